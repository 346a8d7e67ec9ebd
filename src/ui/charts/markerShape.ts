import type { PointUse } from '#src/domain/slope/explainFit.ts'

type Marker = { readonly filled: boolean; readonly draw: (x: number, y: number) => string }

const round = (value: number): number => Math.round(value * 10) / 10

/** A ring, also filled as a dot. */
const ring =
  (r: number) =>
  (x: number, y: number): string =>
    `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0-${2 * r} 0`

/**
 * How a sample is drawn: what was used as a dot, what was left out hollow or as strokes, each reason in a shape of its own.
 * As SVG path data around a place in pixels.
 */
export const MARKER: Readonly<Record<PointUse, Marker>> = {
  used: { filled: true, draw: ring(1.8) },
  'before-start': { filled: false, draw: ring(2.2) },
  'start-up': { filled: false, draw: (x, y) => `M${round(x)} ${round(y - 2.8)}l2.8 4.8h-5.6z` },
  outlier: {
    filled: false,
    draw: (x, y) => `M${round(x - 2.8)} ${round(y - 2.8)}l5.6 5.6m0-5.6l-5.6 5.6`,
  },
  outside: { filled: false, draw: (x, y) => `M${round(x - 2.4)} ${round(y)}h4.8` },
}

/** A deploy's and a restart's mark, standing on `y`. */
export const START_MARKER = {
  deploy: (x: number, y: number): string => `M${round(x)} ${round(y - 7)}l4 7h-8z`,
  restart: (x: number, y: number): string => ring(3)(x, y - 3.5),
} as const
