import { JUDGING_SEEDS, TUNING_SEEDS } from '#src/domain/slope/testing/seeds.ts'

export type SlopeOptions = {
  readonly from: 'judging' | 'tuning'
  /** Of each positive scenario. */
  readonly positiveSeeds: readonly number[]
  /** Of each negative scenario: more, because false alarms are rare. */
  readonly negativeSeeds: readonly number[]
  /** Whether each wrong call and each missed drift is printed. */
  readonly detail: boolean
  /** Only scenarios whose name contains this. */
  readonly only: string
}

/** All there are: of eight, a median moves by more than what it misses its goal by. */
const SEEDS = 40
const NEGATIVE_FACTOR = 3

/** `--seeds 8 --tuning --detail --only wander`: eight for a quick look; other words are somebody else's. */
export const slopeOptions = (words: readonly string[]): SlopeOptions => {
  const after = (name: string): string | undefined =>
    words.includes(name) ? words[words.indexOf(name) + 1] : undefined
  const wanted = Number(after('--seeds') ?? SEEDS)
  if (!Number.isInteger(wanted) || wanted < 1) throw new Error('--seeds needs a number of at least 1')
  const tuning = words.includes('--tuning')
  const seeds = tuning ? TUNING_SEEDS : JUDGING_SEEDS
  return {
    from: tuning ? 'tuning' : 'judging',
    positiveSeeds: seeds.slice(0, wanted),
    negativeSeeds: seeds.slice(0, wanted * NEGATIVE_FACTOR),
    detail: words.includes('--detail'),
    only: after('--only') ?? '',
  }
}
