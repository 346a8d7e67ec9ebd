/**
 * Ways to draw a pod's signals: the app's own grid, plain line charts of the library, and `bare`, paths that are written into
 * the document by a loop and nothing else: the limit of what is possible.
 */
export const KINDS = ['bare', 'own', 'recharts'] as const
export type Kind = (typeof KINDS)[number]

/** How many signals a pod has, and into how many places their 28 days are cut. */
export const CHARTS = 15
export const PLACES = 300
