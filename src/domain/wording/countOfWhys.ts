import { pinsOf, type Why } from '#src/domain/ticket/why.ts'
import { englishWhys as words } from './englishWhys.ts'

/** How much somebody has answered and pinned: `1 answer, 2 pins`; what to do where that is nothing. */
export function countOfWhys(whys: readonly Why[]): string {
  const answers = whys.filter(({ answer }) => answer.trim() !== '').length
  const pins = whys.reduce((sum, why) => sum + pinsOf(why).length, 0)
  return answers + pins === 0 ? words.none : words.counts(answers, pins)
}
