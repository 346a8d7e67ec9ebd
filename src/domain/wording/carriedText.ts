import { englishDiagnosis } from './englishDiagnosis.ts'
import { formatRatio } from './formatNumber.ts'
import { namePods } from './namePods.ts'
import type { Carried } from '#src/domain/diagnosis/finding.ts'

const { scope: words } = englishDiagnosis

/** What is less than this short of everything is everything: shares are told in whole percents. */
const ALL = 0.995

type Say = (n: number, share: string) => string

/**
 * How those that carry the load fare: what they drop, else what they have left; null where neither is told. `say` writes what
 * they drop.
 */
export function carriedHow({ by, drops, left }: Carried, say: Say): string | null {
  if (drops !== null) return say(by.length, formatRatio(drops))
  return left === null ? null : words.left(by.length, formatRatio(left))
}

/** `a is out, b and c are at their limit`. */
function missingText({ out, full }: Carried): string {
  const groups = [
    [words.spent, out.filter((pod) => full.includes(pod))],
    [words.out, out.filter((pod) => !full.includes(pod))],
    [words.full, full.filter((pod) => !out.includes(pod))],
  ] as const
  return groups
    .filter(([, pods]) => pods.length > 0)
    .map(([say, pods]) => say(namePods(pods), pods.length))
    .join(', ')
}

/** `a is out, and b, which carries all the load, drops 20 %: overload, not the code`. */
export function carriedText(carried: Carried): string {
  const { by, share } = carried
  const load = share >= ALL ? words.allLoad : words.load(formatRatio(share))
  const missing = missingText(carried)
  if (missing === '') return words.uneven(namePods(by), by.length, load)
  return words.carried(missing, namePods(by), by.length, load, carriedHow(carried, words.drops))
}
