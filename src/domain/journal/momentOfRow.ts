import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import { cutText } from '#src/domain/health/cutText.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { lightRank } from '#src/domain/verdict/light.ts'
import { reasonLine } from '#src/domain/wording/reasonLine.ts'
import type { VerdictMoment } from './verdictMoment.ts'

/** What of a moment is kept, at most: a row of a thousand pods must not fill the journal. */
export const MOST_REASONS = 5
export const MOST_PODS = 50
export const MOST_TEXT = 300
export const MOST_NAME = 253

/** What a journal reads of a row. */
export type JournalRow = Pick<ServiceRow, 'name' | 'light' | 'reasons' | 'pods'>

type Standing = Pick<JournalRow, 'light' | 'pods'> & {
  readonly reasons: readonly Pick<JournalRow['reasons'][number], 'kind' | 'light' | 'pods'>[]
}

const nameOf = (name: string): string => cutText(name, MOST_NAME)

/** All pods in the order of the fleet; of more than fifty the worst. */
function podsOf({ pods }: Pick<JournalRow, 'pods'>): VerdictMoment['pods'] {
  const kept =
    pods.length <= MOST_PODS
      ? pods
      : pods.toSorted((a, b) => lightRank(a.light) - lightRank(b.light)).slice(0, MOST_PODS)
  return kept.map(({ name, light, version }) => ({
    name: nameOf(name),
    light,
    version: version === null ? null : nameOf(version),
  }))
}

const keyOf = (light: string, reasons: readonly string[], pods: VerdictMoment['pods']): string =>
  [
    light,
    ...reasons.toSorted(),
    '',
    ...pods.map((pod) => `${pod.name} ${pod.light} ${pod.version ?? ''}`),
  ].join('\n')

const reasonKey = (kind: string, light: string, pods: readonly string[]): string =>
  `${kind} ${light} ${pods.toSorted().join(' ')}`

const namesOf = ({ pods }: Standing['reasons'][number]): string[] =>
  pods.slice(0, MOST_PODS).map(({ pod }) => nameOf(pod))

/**
 * What tells two standings of a service apart: its light, its reasons by kind, light and pods, and its pods by light and
 * version. Numbers that move are no other standing.
 */
export const rowKey = (row: Standing): string =>
  keyOf(
    row.light,
    row.reasons.slice(0, MOST_REASONS).map((reason) => reasonKey(reason.kind, reason.light, namesOf(reason))),
    podsOf(row),
  )

/** Keys that were made already, by the reasons of their moment: a journal asks for those of a whole page at every word. */
const KEYS = new WeakMap<
  VerdictMoment['reasons'],
  Pick<VerdictMoment, 'light' | 'pods'> & { readonly key: string }
>()

/** The same of a moment that was noted. */
export function momentKey({ light, reasons, pods }: VerdictMoment): string {
  const made = KEYS.get(reasons)
  if (made?.light === light && made.pods === pods) return made.key
  const said = reasons.map((reason) => reasonKey(reason.kind, reason.light, reason.pods))
  const key = keyOf(light, said, pods)
  KEYS.set(reasons, { light, pods, key })
  return key
}

/**
 * How a row stands at `now`, in the words of that moment, with clock times in `timeZone` (an IANA name): at most five
 * reasons of 300 letters, and fifty pods.
 */
export const momentOfRow = (row: JournalRow, now: EpochMs, timeZone: string): VerdictMoment => ({
  at: Math.floor(now),
  light: row.light,
  reasons: row.reasons.slice(0, MOST_REASONS).map((reason) => ({
    kind: reason.kind,
    light: reason.light,
    since: reason.since,
    text: cutText(reasonLine(reason, now, timeZone), MOST_TEXT),
    pods: namesOf(reason),
  })),
  pods: podsOf(row),
})
