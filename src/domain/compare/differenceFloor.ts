import { type Signal, UNIT_OF, type Unit } from '#src/domain/signals/signal.ts'
import { kibibytes, mebibytes } from '#src/domain/time/units.ts'

/** By how much pods of one service differ without a meaning: what a quiet process does by chance. */
const BY_UNIT: Readonly<Record<Unit, number>> = {
  bytes: mebibytes(16),
  seconds: 0.02,
  ratio: 0.02,
  cores: 0.05,
  count: 8,
  perSecond: 1,
  epochSeconds: Number.POSITIVE_INFINITY,
}

/** Where the unit says too much or too little; infinite: how old a pod is makes it no odd one. */
const BY_SIGNAL: Readonly<Partial<Record<Signal, number>>> = {
  uptime: Number.POSITIVE_INFINITY,
  // From there on errors are watched, see the policy of verdicts.
  errorRatio: 0.01,
  restarts: 1,
  scrapeBytes: kibibytes(64),
  scrapeDuration: 0.2,
  seriesCount: 200,
  poolWaiting: 2,
}

/** The difference of a signal between two pods that is not worth a word, in the signal's unit; Infinity where none is. */
export const differenceFloor = (signal: Signal): number => BY_SIGNAL[signal] ?? BY_UNIT[UNIT_OF[signal]]
