/** `none` is the grid without lines, the limit of what is possible; `worded` has each line said in words too, as rows have it. */
export const KINDS = ['none', 'own', 'worded', 'recharts'] as const
export type Kind = (typeof KINDS)[number]
