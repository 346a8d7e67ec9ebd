import { lightRank } from '#src/domain/verdict/light.ts'
import type { Trouble } from './trouble.ts'

/** The order of names by their code units: the same in every language. */
export const byName = (a: string, b: string): number => Number(a > b) - Number(a < b)

/** The most suspect first: the worst light, then what began earliest, then by name, so that no two are equal. */
export const bySuspicion = (a: Trouble, b: Trouble): number =>
  lightRank(a.light) - lightRank(b.light) || a.since - b.since || byName(a.service, b.service)
