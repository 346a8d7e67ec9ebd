import { describe, expect, it } from 'vitest'
import { NIGHT, watchOn, ZONE } from '#src/domain/journal/testing/journalRig.ts'
import type { VerdictJournal } from '#src/domain/journal/verdictJournal.ts'
import { nightOf } from '#src/domain/night/nightOf.ts'
import { type DurationMs, minutes, seconds } from '#src/domain/time/units.ts'
import { isSameNight } from './isSameNight.ts'
import { at, journalOf, rowOf, sourcesOf } from './testing/nightRig.ts'

/** What is told now, and some seconds later, after what happened meanwhile. */
function twice(
  services: Readonly<Record<string, string>>,
  later: DurationMs,
  meanwhile: (journal: VerdictJournal) => void,
) {
  const journal = journalOf(services)
  const sources = sourcesOf(journal, Object.keys(services))
  const was = nightOf(sources, { from: NIGHT, to: at(60) })
  meanwhile(journal)
  return isSameNight(was, nightOf(sources, { from: NIGHT, to: at(60) + later }))
}

const goesOn = (until: DurationMs) => (journal: VerdictJournal) => watchOn(journal, at(60), at(60) + until)

describe('a night that is told again', () => {
  const nights = [
    { orders: 'ggggggggg' },
    { orders: 'ggggrrrrr', billing: 'gggguuuuu' },
    { orders: 'gg..rg..u', billing: 'grrrrrrrr' },
  ]
  it.each(nights)('is the same where only the time went on: %o', (services) => {
    expect(twice(services, seconds(20), goesOn(seconds(20)))).toBe(true)
  })

  it.each([
    {
      name: 'another light',
      meanwhile: (journal: VerdictJournal) => journal.note(rowOf('orders', 'red'), at(60), ZONE),
    },
    { name: 'that nobody watches any more', meanwhile: () => undefined },
    {
      name: 'a service that is named for the first time',
      meanwhile: (journal: VerdictJournal) => {
        goesOn(seconds(20))(journal)
        journal.note(rowOf('fresh', 'green'), at(60) + seconds(20), ZONE)
      },
    },
  ])('is another with $name', ({ meanwhile }) => {
    expect(twice({ orders: 'ggggggggg' }, seconds(40), meanwhile)).toBe(false)
  })

  it('is another after a minute, and by a clock that was set back', () => {
    expect(twice({ orders: 'ggggggggg' }, minutes(1), goesOn(minutes(1)))).toBe(false)
    expect(twice({ orders: 'ggggggggg' }, seconds(-20), () => undefined)).toBe(false)
  })
})
