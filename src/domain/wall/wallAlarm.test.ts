import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutes, seconds } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import {
  callPriority,
  nextCalls,
  NO_MEMORY,
  unanswered,
  type WallLook,
  type WallMemory,
  type WallRow,
  type WallTicket,
} from './wallAlarm.ts'

const NOW = 1_732_176_000_000

const row = (name: string, light: Light, own: Partial<WallRow> = {}): WallRow => ({
  name,
  light,
  tier: null,
  ...own,
})

const under = (name: string, root: string): WallRow =>
  row(name, 'red', { cascade: { root, via: [], affected: [] } })

const look = (rows: readonly WallRow[], own: Partial<WallLook> = {}): WallLook => ({
  live: true,
  blind: false,
  looking: false,
  rows,
  tickets: [],
  ...own,
})

const ticket = (service: string, own: Partial<WallTicket> = {}): WallTicket => ({
  service,
  priority: 2,
  state: 'new',
  ...own,
})

/** What a wall calls over some looks, ten seconds apart. */
function calledOver(
  looks: readonly WallLook[],
  from: WallMemory = NO_MEMORY,
): readonly (readonly string[])[] {
  let memory = from
  return looks.map((one, i) => {
    const next = nextCalls(memory, one, NOW + i * seconds(10))
    memory = next.memory
    return next.calls.map(({ name }) => name)
  })
}

const WELL = look([row('orders', 'green'), row('billing', 'green')])
const BILLING_RED = look([row('orders', 'green'), row('billing', 'red')])
const BILLING_GREY = look([row('orders', 'green'), row('billing', 'unknown')])

describe('a wall calls', () => {
  const rows: readonly { name: string; looks: readonly WallLook[]; calls: readonly (readonly string[])[] }[] =
    [
      {
        name: 'a service that becomes red, once',
        looks: [WELL, BILLING_RED, BILLING_RED],
        calls: [[], ['billing'], []],
      },
      { name: 'nothing that is red when it is opened', looks: [BILLING_RED, BILLING_RED], calls: [[], []] },
      {
        name: 'nothing before the first look is over, and what is red then is no news',
        looks: [
          look([row('billing', 'unknown')], { looking: true }),
          look([row('billing', 'red')], { looking: true }),
          BILLING_RED,
          BILLING_RED,
        ],
        calls: [[], [], [], []],
      },
      {
        name: 'what was well and is red again',
        looks: [WELL, BILLING_RED, WELL, BILLING_RED],
        calls: [[], ['billing'], [], ['billing']],
      },
      {
        name: 'no second time what could not be seen in between',
        looks: [WELL, BILLING_RED, BILLING_GREY, BILLING_RED],
        calls: [[], ['billing'], [], []],
      },
      {
        name: 'what was grey when it was opened, and turns out to be red',
        looks: [BILLING_GREY, BILLING_GREY, BILLING_RED],
        calls: [[], [], ['billing']],
      },
      {
        name: 'nothing while it is blind, and afterwards what is red then',
        looks: [WELL, look([row('billing', 'red')], { blind: true }), BILLING_RED],
        calls: [[], [], ['billing']],
      },
      {
        name: 'nothing while the watch is silent, nor again what was red before',
        looks: [WELL, BILLING_RED, look([row('billing', 'unknown')], { live: false }), BILLING_RED],
        calls: [[], ['billing'], [], []],
      },
      {
        name: 'the root, and not what stands under it',
        looks: [WELL, look([row('orders', 'red'), under('billing', 'orders')])],
        calls: [[], ['orders']],
      },
      {
        name: 'what stood under a root that is well again, when it is red by itself',
        looks: [WELL, look([row('orders', 'red'), under('billing', 'orders')]), BILLING_RED],
        calls: [[], ['orders'], ['billing']],
      },
      {
        name: 'no second time what was called and then stood under a root for a while',
        looks: [WELL, BILLING_RED, look([row('orders', 'red'), under('billing', 'orders')]), BILLING_RED],
        calls: [[], ['billing'], ['orders'], []],
      },
      {
        name: 'a service that joins the fleet and is red',
        looks: [WELL, WELL, look([row('new', 'red')])],
        calls: [[], [], ['new']],
      },
    ]
  for (const { name, looks, calls } of rows) it(name, () => expect(calledOver(looks)).toEqual(calls))

  it('what was seen well a moment after it was opened, and is red', () => {
    const { memory } = nextCalls(NO_MEMORY, WELL, NOW)
    const rows = [row('orders', 'red'), row('new', 'red')]
    expect(nextCalls(memory, look(rows), NOW + seconds(1)).calls.map(({ name }) => name)).toEqual(['orders'])
  })

  it('the most urgent first', () => {
    const { memory } = nextCalls(NO_MEMORY, WELL, NOW)
    const { calls } = nextCalls(
      memory,
      look([row('a', 'red', { tier: 3 }), row('b', 'red', { tier: 1 }), row('c', 'red')]),
      NOW + minutes(1),
    )
    expect(calls).toEqual([
      { name: 'b', priority: 1 },
      { name: 'c', priority: 2 },
      { name: 'a', priority: 3 },
    ])
  })

  it('every red that stands for itself exactly once between two times that it was seen well', () => {
    const light = fc.constantFrom<Light>('red', 'green', 'orange', 'unknown')
    const step = fc.record({ light, blind: fc.boolean(), live: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const looks = steps.map(({ light, blind, live }) => look([row('a', light)], { blind, live }))
        const calls = calledOver([WELL, WELL, ...looks]).slice(2)
        let isRed = false
        for (const [i, { light, blind, live }] of steps.entries()) {
          const isSeen = live && !blind
          expect(calls[i]).toEqual(isSeen && light === 'red' && !isRed ? ['a'] : [])
          if (isSeen && light !== 'unknown') isRed = light === 'red'
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('how urgent a call is', () => {
  const rows = [
    { name: 'by its tier', of: row('a', 'red', { tier: 1 }), tickets: [], priority: 1 },
    { name: 'as of tier 2 where none is told', of: row('a', 'red'), tickets: [], priority: 2 },
    { name: 'no more than P4 by its tier', of: row('a', 'red', { tier: 9 }), tickets: [], priority: 4 },
    {
      name: 'by its ticket',
      of: row('a', 'red', { tier: 1 }),
      tickets: [ticket('a', { priority: 3 })],
      priority: 3,
    },
    {
      name: 'by the most urgent of its tickets',
      of: row('a', 'red'),
      tickets: [
        ticket('a', { priority: 4 }),
        ticket('a', { priority: 1, state: 'acknowledged' }),
        ticket('b', { priority: 1 }),
      ],
      priority: 1,
    },
    {
      name: 'not by one that ended',
      of: row('a', 'red'),
      tickets: [
        ticket('a', { priority: 5, state: 'resolved' }),
        ticket('a', { priority: 1, state: 'merged' }),
      ],
      priority: 2,
    },
  ]
  for (const { name, of, tickets, priority } of rows) {
    it(name, () => expect(callPriority(of, tickets)).toBe(priority))
  }
})

describe('what nobody has acknowledged', () => {
  const memory: WallMemory = { red: new Set(['a']), lookedAt: NOW, well: new Set() }
  const rows = [
    { name: 'a red without a ticket', tickets: [], left: ['a'] },
    { name: 'a new ticket', tickets: [ticket('a')], left: ['a'] },
    { name: 'not an acknowledged one', tickets: [ticket('a', { state: 'acknowledged' })], left: [] },
    { name: 'not one that is paused', tickets: [ticket('a', { state: 'paused' })], left: [] },
    {
      name: 'a new one beside an acknowledged one',
      tickets: [ticket('a', { state: 'acknowledged' }), ticket('a')],
      left: ['a'],
    },
    {
      name: 'a red whose last ticket is resolved',
      tickets: [ticket('a', { state: 'resolved' })],
      left: ['a'],
    },
  ]
  for (const { name, tickets, left } of rows)
    it(name, () => expect([...unanswered(memory, tickets)]).toEqual(left))
})
