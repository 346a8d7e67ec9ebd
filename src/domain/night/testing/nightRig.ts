import type { JournalRow } from '#src/domain/journal/momentOfRow.ts'
import { NIGHT, row, watchOn, ZONE } from '#src/domain/journal/testing/journalRig.ts'
import { type VerdictJournal, verdictJournal } from '#src/domain/journal/verdictJournal.ts'
import { nightOf, type NightSources } from '#src/domain/night/nightOf.ts'
import type { Night, ServiceNight } from '#src/domain/night/night.ts'
import { lightBook } from '#src/domain/series/lightBook.ts'
import { markBook } from '#src/domain/series/markBook.ts'
import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { DEFAULT_POLICY } from '#src/domain/verdict/policy.ts'

const LIGHT_OF: Readonly<Record<string, Light>> = { r: 'red', o: 'orange', g: 'green', u: 'unknown' }

/** So many minutes after the beginning of the night. */
export const at = (minute: number): EpochMs => NIGHT + minutes(minute)

/**
 * What is known of some services: a letter every ten minutes, the first one half an hour before the night. `.` is a time in
 * which nobody watches, `-` one in which the fleet does not name this service.
 */
export function journalOf(services: Readonly<Record<string, string>>): VerdictJournal {
  const journal = verdictJournal()
  const length = Math.max(...Object.values(services).map((letters) => letters.length))
  for (let i = 0; i < length; i++) {
    const now = at(10 * i - 30)
    const lettersNow = Object.entries(services).map(([name, letters]) => [name, letters[i] ?? '.'] as const)
    if (lettersNow.every(([, letter]) => letter === '.')) continue
    journal.noteSeen(now)
    journal.forgetOthers((name) => services[name]?.[i] !== '-', now)
    for (const [name, letter] of lettersNow) {
      const light = LIGHT_OF[letter]
      if (light !== undefined) journal.note(rowOf(name, light), now, ZONE)
    }
    watchOn(journal, now, now + minutes(10))
  }
  return journal
}

export const rowOf = (name: string, light: Light): JournalRow => row(light, { name })

/** Sources of a night of which nothing but the journal is known. */
export const sourcesOf = (
  journal: VerdictJournal,
  names: readonly string[],
  more: Partial<NightSources> = {},
): NightSources => ({
  journal,
  marks: markBook(),
  lights: lightBook(),
  services: names.map((name) => ({ name, policy: DEFAULT_POLICY })),
  isAwaited: () => false,
  filling: false,
  fillFault: null,
  ...more,
})

/** The night of an hour. */
export const nightTold = (sources: NightSources, to = 60): Night =>
  nightOf(sources, { from: NIGHT, to: at(to) })

export const minutesOf = (spans: readonly { readonly from: EpochMs; readonly to: EpochMs }[]): string[] =>
  spans.map(({ from, to }) => `${(from - NIGHT) / minutes(1)}–${(to - NIGHT) / minutes(1)}`)

/** A service as text: its standing, how it stood before, its stretches, its spells and when it was not seen. */
export const serviceTold = ({ standing, before, stretches, spells, unseen }: ServiceNight): string =>
  [
    standing,
    `before ${before?.light ?? '?'}`,
    stretches.map((one) => `${one.light} ${minutesOf([one]).join()}`).join(', '),
    `${spells.length} spells`,
    `unseen ${minutesOf(unseen).join(', ')}`,
  ].join('; ')
