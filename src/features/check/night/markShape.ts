import type { NightMark } from './nightRows.ts'

/** Shapes in a box of 12 × 12, told apart without colour: a triangle, a ring, a flag, a cross in a box. */
export const MARK_SHAPE: Readonly<
  Record<NightMark['kind'], { readonly d: string; readonly isLine: boolean }>
> = {
  deploy: { d: 'M6 1.5L11 10.5H1z', isLine: false },
  restart: { d: 'M6 2.2a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 1 1 0-7.6z', isLine: true },
  ticket: { d: 'M2.5 11V1.5H10L8 4.2L10 7H2.5', isLine: true },
  breach: { d: 'M2 2L10 10M10 2L2 10', isLine: true },
}
