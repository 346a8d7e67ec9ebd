import { texts } from './texts.ts'

/** How many versions a line tells before it counts the rest. */
const TOLD_AT_MOST = 3

/** Which pods run what, the most common version first: `1.8.2 on 2, 1.8.1 on user-sync-1`. */
export function versionGroups(pods: readonly { readonly pod: string; readonly version: string }[]): string {
  const groups = new Map<string, string[]>()
  for (const { pod, version } of pods) {
    groups.set(version, [...(groups.get(version) ?? []), pod])
  }
  const sorted = [...groups].toSorted(([, a], [, b]) => b.length - a.length)
  const told = sorted.slice(0, TOLD_AT_MOST).map(([version, names]) => {
    const [only] = names
    return texts.reason.versionOn(
      version,
      names.length === 1 && only !== undefined ? only : `${names.length}`,
    )
  })
  const rest = sorted.length - told.length
  return rest > 0 ? texts.and(told.join(', '), texts.more(rest)) : told.join(', ')
}
