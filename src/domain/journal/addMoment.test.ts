import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lengthOf, outside } from '#src/domain/series/seenSpans.ts'
import { hours, minutes, seconds } from '#src/domain/time/units.ts'
import { NIGHT, row, told, watchOn, ZONE } from './testing/journalRig.ts'
import { type VerdictJournal, verdictJournal } from './verdictJournal.ts'

/** Grey for so many seconds of every minute, for so many minutes. */
function doubtful(grey: number, long: number): VerdictJournal {
  const journal = verdictJournal()
  for (let i = 0; i < long; i++) {
    const at = NIGHT + minutes(i)
    journal.note(row('unknown'), at, ZONE)
    watchOn(journal, at, at + seconds(grey))
    journal.note(row('green'), at + seconds(grey), ZONE)
    watchOn(journal, at + seconds(grey), at + minutes(1))
  }
  return journal
}

/** Green and orange in turns for 39 minutes: an hour that is full. */
function fullHour(): VerdictJournal {
  const journal = verdictJournal()
  for (let i = 0; i < 13; i++) {
    const at = NIGHT + minutes(i * 3)
    journal.note(row(i % 2 === 0 ? 'green' : 'orange'), at, ZONE)
    watchOn(journal, at, at + minutes(3))
  }
  return journal
}

describe('greys of less than a minute', () => {
  it('are told where they are many', () => {
    const journal = doubtful(55, 60)
    const green = journal.between('orders', 0, Infinity).filter(({ moment }) => moment.light === 'green')
    expect(lengthOf(green)).toBeLessThan(minutes(5))
  })

  it('are left out where they are few', () => {
    expect(told(doubtful(12, 30))).toHaveLength(1)
  })

  it('hide under no green: two minutes within ten at most', () => {
    const part = fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 90 }))
    fc.assert(
      fc.property(fc.array(part, { minLength: 5, maxLength: 40 }), (parts) => {
        const journal = verdictJournal()
        const greys: { from: number; to: number }[] = []
        let at = NIGHT
        journal.note(row('green'), at, ZONE)
        for (const [green, grey] of parts) {
          watchOn(journal, at, at + seconds(green))
          const from = at + seconds(green)
          journal.note(row('unknown'), from, ZONE)
          at = from + seconds(grey)
          watchOn(journal, from, at)
          journal.note(row('green'), at, ZONE)
          greys.push({ from, to: at })
        }
        const stretches = journal.between('orders', 0, Infinity)
        const tellsGrey = stretches.filter(({ moment }) => moment.light === 'unknown')
        const hidden = greys.flatMap((grey) => outside(tellsGrey, grey))
        for (const { from } of hidden) {
          const within = { from, to: from + minutes(10) }
          expect(
            lengthOf(hidden) - lengthOf(hidden.flatMap((one) => outside([within], one))),
          ).toBeLessThanOrEqual(minutes(2))
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('an hour that is full', () => {
  it('says nothing of the time before a gap by what came after it', () => {
    const journal = fullHour()
    const at = NIGHT + minutes(49)
    journal.note(row('red'), at, ZONE)
    watchOn(journal, at, at + minutes(8))
    expect(told(journal).slice(-2)).toEqual(['orange 33+6 worse', 'red 49+8 red'])
  })

  it('lets nothing wait across a gap', () => {
    const journal = fullHour()
    watchOn(journal, NIGHT + minutes(49), NIGHT + hours(2))
    expect(told(journal).at(-1)).toBe('orange 33+6 worse')
  })
})
