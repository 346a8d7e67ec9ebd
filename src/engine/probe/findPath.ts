import type { ProbeOutcome } from './probeOutcome.ts'

/** Where a search ended. `path` null and an outcome: a failure that says nothing about any path ended it. */
export type Found = {
  readonly outcome: ProbeOutcome | null
  readonly path: string | null
  /** The paths where nothing was. */
  readonly tried: readonly string[]
}

/**
 * Tries the usual paths of an endpoint one after the other until one of them answers. Going on to the next path
 * is no retry: each is asked once. A failure that says nothing about the path (time-out, refused, sign-in)
 * ends the search without a finding; when nothing is at any of them, both path and outcome are null.
 */
export async function findPath(
  candidates: readonly string[],
  probe: (path: string) => Promise<ProbeOutcome>,
): Promise<Found> {
  const tried: string[] = []
  for (const path of candidates) {
    const outcome = await probe(path)
    if (!outcome.absent) return { outcome, path: outcome.answer.result.ok ? path : null, tried }
    tried.push(path)
  }
  return { outcome: null, path: null, tried }
}
