import type { SparkMark } from '#src/domain/digest/digestRow.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'

/** Marks nearer to each other than this are one; in tenths of a pixel, like all lengths here. */
const APART = 60
/** Half the width of a mark: it is drawn whole at both ends. */
const HALF = 28

const triangle = (x: number, bottom: number): string => `M${x} ${bottom - 45}l28 45h-56z`
const ring = (x: number, bottom: number): string =>
  `M${x - 16} ${bottom - 21}a16 16 0 1 0 32 0a16 16 0 1 0-32 0`

/**
 * The starts within a line's time, as two SVG paths along the lower edge: a filled triangle for a deploy, a ring for a
 * restart, which are told apart by shape alone. Of what would overlap, a deploy stands, and else the first.
 * @param span how long the line is, from `from` on; 0 has no place for marks.
 */
export function sparkMarks(
  marks: readonly SparkMark[],
  from: EpochMs,
  span: DurationMs,
  { width, height }: { readonly width: number; readonly height: number },
): { readonly deploys: string; readonly restarts: string } {
  const placed: number[] = []
  const draw = (kind: SparkMark['kind'], shape: (x: number, bottom: number) => string): string => {
    let path = ''
    for (const { at, kind: its } of marks) {
      const share = (at - from) / span
      if (its !== kind || !(share >= 0 && share <= 1)) continue
      const x = Math.round(Math.min(width - HALF, Math.max(HALF, share * width)))
      if (placed.some((other) => Math.abs(other - x) < APART)) continue
      placed.push(x)
      path += shape(x, height)
    }
    return path
  }
  return { deploys: draw('deploy', triangle), restarts: draw('restart', ring) }
}
