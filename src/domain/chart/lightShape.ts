import type { Light } from '#src/domain/verdict/light.ts'

/** One stroke or area of a light in a 24 × 24 box. `mark` lies on the area, in the ground's colour. */
export type LightPart = {
  readonly d: string
  readonly paint: 'area' | 'stroke' | 'mark'
  readonly width: number
  readonly dash: string | null
  /** Left out where the light is too small to draw it. */
  readonly fine: boolean
}

const area = (d: string): LightPart => ({ d, paint: 'area', width: 2, dash: null, fine: false })

/**
 * The four shapes: a small filled circle, a triangle, an octagon (the largest), a dashed ring with hatching.
 * Shape alone tells them apart: colour only repeats it. The window's icon is drawn of the same parts.
 */
export const LIGHT_SHAPE: Readonly<Record<Light, readonly LightPart[]>> = {
  green: [{ ...area('M12 8a4 4 0 1 1 0 8a4 4 0 1 1 0-8z'), width: 0 }],
  orange: [area('M12 5L20 18.5H4z')],
  red: [
    area('M8.2 3h7.6L21 8.2v7.6L15.8 21H8.2L3 15.8V8.2z'),
    { d: 'M12 7.5v5.2M12 16.4v.2', paint: 'mark', width: 2.4, dash: null, fine: true },
  ],
  unknown: [
    {
      d: 'M12 4.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 1 1 0-15z',
      paint: 'stroke',
      width: 2,
      dash: '3.6 2.3',
      fine: false,
    },
    {
      d: 'M8.6 12.4L12.4 8.6M9 15L15 9M11.6 15.4L15.4 11.6',
      paint: 'stroke',
      width: 1.2,
      dash: null,
      fine: true,
    },
  ],
}
