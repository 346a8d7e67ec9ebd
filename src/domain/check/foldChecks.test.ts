import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { after, eventOf, NOW, openedWith } from '#src/domain/ticket/testing/events.ts'
import { parseEvent } from '#src/domain/ticket/parseEvent.ts'
import type { LoggedEvent } from '#src/domain/ticket/ticketEvent.ts'
import { days, minutes } from '#src/domain/time/units.ts'
import { foldChecks } from './foldChecks.ts'
import { loggedMark, signedOff, watchEnded, watchMark } from './testing/checkEvents.ts'

const LATER = after(600)

const foreign = parseEvent({
  v: 2,
  id: 'f',
  ticket: 'checks',
  actor: 'anna',
  at: NOW,
  kind: 'signed_off',
  data: 1,
})
const FOREIGN: LoggedEvent = foreign.ok ? foreign.value : signedOff()

describe('sign-offs', () => {
  it('are told newest first, with all that was marked', () => {
    const events = [
      signedOff({ note: 'quiet' }, { id: 'a' }),
      signedOff({ by: 'Boris', marks: [loggedMark()] }, { id: 'b', at: after(9), actor: 'Boris' }),
    ]
    expect(foldChecks(events, LATER).signOffs).toEqual([
      {
        id: 'b',
        at: after(9),
        by: 'Boris',
        from: after(9) - minutes(900),
        light: 'orange',
        counts: { green: 11, orange: 1, red: 0, unknown: 0 },
        marks: [loggedMark()],
        note: '',
      },
      expect.objectContaining({ id: 'a', by: 'Anna', note: 'quiet', marks: [] }),
    ])
  })

  it.each([
    { name: 'is the name that stands in it', by: 'Anna Müller', actor: 'Anna-Muller', said: 'Anna Müller' },
    {
      name: 'is told with who signed in, where that is another',
      by: 'Anna',
      actor: 'eve',
      said: 'Anna (eve)',
    },
  ])('who signed $name', ({ by, actor, said }) => {
    expect(foldChecks([signedOff({ by }, { actor })], LATER).signOffs).toMatchObject([{ by: said }])
  })

  it.each([
    { name: 'one of next year', event: signedOff({}, { at: NOW + days(365) }), now: LATER },
    { name: 'one of a moment later', event: signedOff({}, { at: after(1) }), now: after(1) - 1 },
    { name: 'one that no person wrote', event: signedOff({}, { actor: 'auto' }), now: LATER },
    { name: 'one of a later build', event: FOREIGN, now: LATER },
    { name: 'an event of a ticket', event: openedWith(), now: LATER },
  ])('$name is none', ({ event, now }) => {
    expect(foldChecks([event], now)).toEqual({ signOffs: [], watches: [] })
  })

  it('counts when the engine heard of it, where its writer’s clock was ahead', () => {
    const early = signedOff({ marks: [loggedMark({ at: after(50) })] }, { at: after(60), srv: after(2) })
    const [signOff] = foldChecks([early], after(3)).signOffs
    expect(signOff).toMatchObject({ at: after(2), marks: [{ at: after(2) }] })
  })

  it('never looked at what comes after it', () => {
    expect(foldChecks([signedOff({ from: after(99) })], LATER).signOffs).toMatchObject([{ from: NOW }])
  })
})

const ITEM = 's/orders'
const watching = signedOff({ marks: [watchMark({ note: 'mind it' })] }, { id: 'w' })

describe('a watch', () => {
  it('stands until somebody ends it, however long ago it began', () => {
    expect(foldChecks([watching], NOW + days(300)).watches).toEqual([
      {
        id: `w/${ITEM}`,
        item: ITEM,
        service: 'orders',
        title: 'orders',
        by: 'Anna',
        from: NOW,
        note: 'mind it',
        until: { kind: 'flat', signal: 'memory' },
        light: 'orange',
        kinds: ['drift'],
      },
    ])
    expect(foldChecks([watching, watchEnded(`w/${ITEM}`, { at: after(1) })], LATER).watches).toEqual([])
  })

  it.each([
    {
      name: 'is replaced by a newer one of the same matter',
      marks: [watchMark({ until: { kind: 'time', at: after(90) } })],
      standing: ['n/s/orders'],
    },
    { name: 'ends where somebody marks the matter otherwise', marks: [loggedMark()], standing: [] },
    {
      name: 'ends with a ticket',
      marks: [loggedMark({ deed: 'ticket', ticket: 'T-AB12C' })],
      standing: [],
    },
    { name: 'stands where nobody marks it', marks: [], standing: ['w/s/orders'] },
    {
      name: 'stands where another matter is marked',
      marks: [loggedMark({ item: 's/shop' })],
      standing: ['w/s/orders'],
    },
    {
      name: 'stands beside one of another matter',
      marks: [watchMark({ item: '__proto__', title: 'x' })],
      standing: ['n/__proto__', 'w/s/orders'],
    },
    {
      name: 'stands where somebody watches until nothing',
      marks: [watchMark({ until: null })],
      standing: ['w/s/orders'],
    },
    {
      name: 'goes by the last of two marks of one check',
      marks: [loggedMark(), watchMark()],
      standing: ['n/s/orders'],
    },
  ])('$name', ({ marks, standing }) => {
    const next = signedOff({ marks }, { id: 'n', at: after(9) })
    expect(foldChecks([next, watching], LATER).watches.map(({ id }) => id)).toEqual(standing)
  })

  it('that was ended brings none back that was before it', () => {
    const next = signedOff({ marks: [watchMark()] }, { id: 'n', at: after(9) })
    expect(foldChecks([watching, next, watchEnded(`n/${ITEM}`)], LATER).watches).toEqual([])
    expect(foldChecks([watching, next, watchEnded(`w/${ITEM}`)], LATER).watches).toHaveLength(1)
  })

  it('is not ended by an event of next year, nor by a machine', () => {
    const ends = [
      watchEnded(`w/${ITEM}`, { at: NOW + days(365) }),
      watchEnded(`w/${ITEM}`, { actor: 'auto' }),
    ]
    expect(foldChecks([watching, ...ends], LATER).watches).toHaveLength(1)
  })

  it('of a signal that only a later build knows waits for all of them', () => {
    const marks = [watchMark({ until: { kind: 'flat', signal: 'entropy' } })]
    expect(foldChecks([signedOff({ marks })], LATER).watches).toMatchObject([
      { until: { kind: 'flat', signal: null } },
    ])
  })
})

const mark = fc
  .record({ item: fc.constantFrom('s/a', 's/b'), isWatch: fc.boolean() })
  .map(({ item, isWatch }) => (isWatch ? watchMark({ item }) : loggedMark({ item })))
const minute = fc.integer({ min: 0, max: 20 })
const signOff = fc
  .record({ id: fc.constantFrom('a', 'b', 'c', 'd'), at: minute, marks: fc.array(mark, { maxLength: 3 }) })
  .map(({ id, at, marks }): LoggedEvent => signedOff({ marks }, { id, at: after(at) }))
const end = fc
  .record({ of: fc.constantFrom('a/s/a', 'b/s/b', 'c/s/a'), at: minute })
  .map(({ of, at }): LoggedEvent => watchEnded(of, { id: `end-${of.length}-${at}`, at: after(at) }))

it('is the same in any order, with any duplicates, and tells one watch a matter', () => {
  const log = fc.array(fc.oneof(signOff, end), { maxLength: 8 })
  fc.assert(
    fc.property(log, fc.nat(8), minute, (events, turn, now) => {
      const other = [...events.slice(turn), ...events.toReversed(), ...events.slice(0, turn)]
      const folded = foldChecks(events, after(now))
      expect(foldChecks(other, after(now))).toEqual(folded)
      const items = folded.watches.map(({ item }) => item)
      expect(new Set(items).size).toBe(items.length)
      expect(folded.signOffs.every(({ at }) => at <= after(now))).toBe(true)
    }),
    { numRuns: 100 },
  )
})

it('is worked out once for each state of the log, and anew when what was to come has come', () => {
  const events = [watching, signedOff({}, { id: 'n', at: after(9) }), eventOf('redacted', { event: 'w' })]
  const first = foldChecks(events, after(5))
  expect(foldChecks(events, after(8))).toBe(first)
  expect(foldChecks(events, after(9)).signOffs).toHaveLength(2)
})
