import type { ProbeOutcome } from './probeOutcome.ts'

/** Where a search ended. */
export type Found =
  | { readonly kind: 'found'; readonly path: string; readonly outcome: ProbeOutcome }
  /** `left`: the paths that are still to be asked, beginning with the one that gave `outcome`. */
  | {
      readonly kind: 'halted'
      readonly left: readonly string[]
      readonly tried: readonly string[]
      readonly outcome: ProbeOutcome
    }
  /** Nothing was at any of the paths. */
  | { readonly kind: 'nowhere'; readonly tried: readonly string[] }

/** A server that wants a sign-in for all that it does not know (Spring Security does) may have open paths. */
const wantsSignIn = ({ answer: { result } }: ProbeOutcome): boolean =>
  !result.ok && result.error.kind === 'sign-in-needed' && result.error.how !== 'redirect'

/**
 * Tries paths of an endpoint one after the other until one of them answers. Going on to the next path is no retry:
 * each is asked once. A failure that says nothing about the path (time-out, refused) halts the search; a sign-in
 * is its end only where no other path answers, and of those the first counts.
 */
export async function findPath(
  candidates: readonly string[],
  probe: (path: string) => Promise<ProbeOutcome>,
): Promise<Found> {
  const tried: string[] = []
  let locked: { readonly left: readonly [string]; readonly outcome: ProbeOutcome } | null = null
  for (const [i, path] of candidates.entries()) {
    const outcome = await probe(path)
    if (outcome.answer.result.ok && !outcome.absent) return { kind: 'found', path, outcome }
    if (outcome.absent) tried.push(path)
    else if (wantsSignIn(outcome)) locked ??= { left: [path], outcome }
    else return { kind: 'halted', left: [...candidates.slice(i), ...(locked?.left ?? [])], tried, outcome }
  }
  return locked === null ? { kind: 'nowhere', tried } : { kind: 'halted', ...locked, tried }
}
