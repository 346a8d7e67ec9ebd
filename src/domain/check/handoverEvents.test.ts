import fc from 'fast-check'
import { expect, it } from 'vitest'
import { after, eventOf, NOW, openedWith } from '#src/domain/ticket/testing/events.ts'
import { CHECKS } from '#src/domain/ticket/checksToken.ts'
import { ticketBook } from '#src/domain/ticket/ticketBook.ts'
import type { LoggedEvent } from '#src/domain/ticket/ticketEvent.ts'
import { days } from '#src/domain/time/units.ts'
import { foldChecks } from './foldChecks.ts'
import { handoverEvents } from './handoverEvents.ts'
import { loggedMark, signedOff, watchEnded, watchMark } from './testing/checkEvents.ts'

const SPAN = { from: after(60), to: after(600) }

const opened = (ticket: string, minute = 0) =>
  openedWith({ openedAt: after(minute) }, { ticket, id: `open-${ticket}` })
const resolved = (ticket: string, minute: number) =>
  eventOf(
    'resolved',
    { restoredAt: after(minute), note: '', cause: 'incident' },
    { ticket, id: `end-${ticket}`, at: after(minute) },
  )

const LOG: readonly LoggedEvent[] = [
  opened('open'),
  opened('old'),
  resolved('old', 30),
  opened('touched'),
  resolved('touched', 61),
  opened('into', 1),
  resolved('into', 20),
  opened('merged', 2),
  eventOf('merged_into', { into: 'into' }, { ticket: 'merged', id: 'merge', at: after(65) }),
  signedOff({}, { id: 'month', at: NOW - days(30) }),
  signedOff({ marks: [loggedMark()] }, { id: 'older', at: NOW - days(40) }),
  signedOff({ marks: [watchMark({ item: 's/a' })] }, { id: 'standing', at: NOW - days(50) }),
  signedOff({ marks: [watchMark({ item: 's/b' })] }, { id: 'ended', at: NOW - days(50) }),
  watchEnded('ended/s/b', { id: 'end', at: NOW - days(1) }),
  signedOff({}, { id: 'to-come', at: NOW + days(1) }),
]

const idsOf = (log: readonly LoggedEvent[]): readonly string[] => {
  const book = ticketBook()
  for (const event of log) book.add([event])
  return handoverEvents(book, SPAN).map(({ id }) => id)
}

it('takes what is open or was touched, whole, and a month of checks with what is still watched', () => {
  expect(idsOf(LOG)).toEqual([
    'standing',
    'month',
    'end',
    'open-open',
    'open-touched',
    'open-into',
    'open-merged',
    'end-into',
    'end-touched',
    'merge',
  ])
})

it('is the same from the same log, in whatever order that came', () => {
  expect(idsOf(LOG.toReversed())).toEqual(idsOf(LOG))
})

/** Watches that stand here, and those that stand where only the handover was taken in. */
function watchesHereAndThere(log: readonly LoggedEvent[]): readonly (readonly string[])[] {
  const book = ticketBook()
  book.add(log)
  return [book.log(CHECKS), handoverEvents(book, SPAN)].map((events) =>
    foldChecks(events, SPAN.to).watches.map(({ id }) => id),
  )
}

const onTwo = signedOff(
  { marks: [watchMark({ item: 's/a' }), watchMark({ item: 's/b' })] },
  { id: 'two', at: NOW - days(50) },
)
const daysAgo = (n: number, id: string, ...marks: readonly ReturnType<typeof loggedMark>[]) =>
  signedOff({ marks }, { id, at: NOW - days(n) })

it.each([
  { name: 'was ended', later: [watchEnded('two/s/b', { id: 'end', at: NOW - days(49) })] },
  { name: 'was decided otherwise', later: [daysAgo(49, 'seen', loggedMark({ item: 's/b' }))] },
  {
    name: 'was decided otherwise by one whose own watch is over as well',
    later: [
      daysAgo(49, 'third', loggedMark({ item: 's/b' }), watchMark({ item: 's/c' })),
      daysAgo(48, 'fourth', loggedMark({ item: 's/c' })),
    ],
  },
])('brings no watch back that $name long ago', ({ later }) => {
  expect(watchesHereAndThere([onTwo, ...later])).toEqual([['two/s/a'], ['two/s/a']])
})

it('says the same of what is watched, whatever was signed and ended when', () => {
  const mark = fc.record({ item: fc.constantFrom('s/a', 's/b', 's/c'), isWatch: fc.boolean() })
  const deed = fc.record({ ago: fc.integer({ min: 1, max: 60 }), marks: fc.array(mark), ends: fc.nat(5) })
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 6 }), (deeds) => {
      const log = deeds.flatMap(({ ago, marks, ends }, i) => [
        daysAgo(
          ago,
          `c${i}`,
          ...marks.map(({ item, isWatch }) => (isWatch ? watchMark({ item }) : loggedMark({ item }))),
        ),
        watchEnded(`c${ends}/s/a`, { id: `e${i}`, at: NOW - days(ago) + 1 }),
      ])
      const [here, there] = watchesHereAndThere(log)
      expect(there).toEqual(here)
    }),
    { numRuns: 60 },
  )
})
