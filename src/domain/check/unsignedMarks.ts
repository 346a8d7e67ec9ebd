import type { EpochMs } from '#src/domain/time/units.ts'
import type { CheckMark } from './signOff.ts'

/** All that a mark says, but for texts that a log cuts. A log dates none after its sign-off. */
function saidBy(mark: CheckMark, signedAt: EpochMs): string {
  const { item, deed, note, at, light, kinds, until, ticket } = mark
  const end = until?.kind === 'time' ? until.at : until?.signal
  return JSON.stringify([item, deed, note, Math.min(at, signedAt), light, kinds, until?.kind, end, ticket])
}

/**
 * Marks that were not signed: made, or made anew, while the sign-off was on its way, here or in another tab. `signedAt`: when
 * the log says that it was signed; left out where the marks are those that were sent.
 */
export function unsignedMarks(
  marks: readonly CheckMark[],
  signed: readonly CheckMark[],
  signedAt: EpochMs = Infinity,
): readonly CheckMark[] {
  const known = new Set(signed.map((mark) => saidBy(mark, signedAt)))
  return marks.filter((mark) => !known.has(saidBy(mark, signedAt)))
}
