import { describe, expect, it } from 'vitest'
import type { Alarm } from '#src/domain/alert/alarm.ts'
import { automation } from './automation.ts'
import { alarmOf, autoBoard, clearOf, FLEET, play, type Turn } from './testing/autoBoard.ts'
import { after } from './testing/events.ts'

const red = (minute: number, own: Partial<Alarm> = {}): Alarm => alarmOf('orders', minute, own)
const green = (minute: number): Alarm => clearOf('orders', minute)
const grey = (minute: number): Alarm => alarmOf('orders', minute, { state: 'unknown' })

/** Red from 0 to 10, and resolved by itself at 15. */
const EPISODE: readonly Turn[] = [
  [2, red(0)],
  [10, green(10)],
  [15, green(10)],
]

describe('a red verdict', () => {
  it.each<{ name: string; turns: readonly Turn[]; told: readonly (readonly string[])[] }>([
    {
      name: 'opens a ticket once it has lasted, and only once',
      turns: [
        [1.99, red(0)],
        [2, red(0)],
        [3, red(0)],
        [900, red(0)],
      ],
      told: [[], ['opened'], [], []],
    },
    {
      name: 'that was seen only now has not lasted, whenever its reason began',
      turns: [
        [60, red(0, { detectedAt: after(59) })],
        [61, red(0, { detectedAt: after(59) })],
      ],
      told: [[], ['opened']],
    },
    {
      name: 'that is over before then opens none',
      turns: [
        [1, red(0)],
        [2, green(1.5)],
      ],
      told: [[], []],
    },
    { name: 'opens none while nobody sees it', turns: [[5, grey(0)]], told: [[]] },
    { name: 'opens none where that is switched off', turns: [[5, red(0, { automatic: false })]], told: [[]] },
    {
      name: 'that is well is cleared at once, and resolved after the delay',
      turns: [
        [2, red(0)],
        [10, green(10)],
        [11, green(10)],
        [14.99, green(10)],
        [15, green(10)],
        [20, green(10)],
      ],
      told: [['opened'], ['signal_cleared'], [], [], ['resolved'], []],
    },
    {
      name: 'that turns grey changes nothing, and is not resolved while it is',
      turns: [
        [2, red(0)],
        [5, grey(5)],
        [10, green(10)],
        [16, grey(16)],
        [18, green(17)],
      ],
      told: [['opened'], [], ['signal_cleared'], [], ['resolved']],
    },
    {
      name: 'that is red again while it waits to be resolved goes on',
      turns: [
        [2, red(0)],
        [10, green(10)],
        [12, red(12)],
        [16, red(12)],
        [20, green(20)],
        [25, green(20)],
      ],
      told: [['opened'], ['signal_cleared'], ['signal_added'], [], ['signal_cleared'], ['resolved']],
    },
    {
      name: 'that is back within the reopen window reopens, once it has lasted',
      turns: [...EPISODE, [40, red(39)], [41, red(39)], [42, red(39)]],
      told: [['opened'], ['signal_cleared'], ['resolved'], [], ['signal_added'], []],
    },
    {
      name: 'that is back later opens the next one',
      turns: [...EPISODE, [43, red(40.01)], [44, red(40.01)]],
      told: [['opened'], ['signal_cleared'], ['resolved'], ['opened'], []],
    },
    {
      name: 'is not resolved where that is switched off meanwhile',
      turns: [
        [2, red(0)],
        [10, clearOf('orders', 10, { automatic: false })],
        [30, green(10)],
        [32, green(10)],
        [33, green(10)],
      ],
      told: [['opened'], [], ['signal_cleared'], [], ['resolved']],
    },
    {
      name: 'another browser that has seen green all along ends nothing',
      turns: [
        [2, red(5, { since: after(0), detectedAt: after(0) })],
        [3, green(-60)],
        [30, green(-60)],
      ],
      told: [['opened'], [], []],
    },
    {
      name: 'here counts more than green elsewhere, after two minutes, and says so once',
      turns: [
        [2, red(0)],
        [10, green(10)],
        [11.9, red(0)],
        [12, red(0)],
        [13, red(0)],
        [13, green(10)],
        [20, green(20)],
      ],
      told: [['opened'], ['signal_cleared'], [], ['signal_added'], [], [], ['signal_cleared']],
    },
  ])('$name', ({ turns, told }) => {
    expect(play(turns).told).toEqual(told)
  })

  it('says in its ticket what it is, and when', () => {
    const [ticket] = play([[3, red(0, { detectedAt: after(0.5), priority: 3 })]]).tickets
    expect(ticket).toMatchObject({
      service: 'orders',
      source: 'check',
      dedupKey: 'check|orders',
      episode: 0,
      priority: 3,
      why: 'all pods are out',
      openedAt: after(0),
      detectedAt: after(0.5),
      recurrenceOf: null,
      state: 'new',
    })
  })

  it('is restored when it was first well', () => {
    const [ticket] = play(EPISODE).tickets
    expect(ticket?.resolution).toMatchObject({ by: 'auto', restoredAt: after(10), cause: 'incident' })
  })

  it('names the ticket of the last episode', () => {
    const { tickets } = play([...EPISODE, [60, red(50)]])
    expect(tickets.map(({ episode }) => episode)).toEqual([0, 1])
    expect(tickets[1]?.recurrenceOf).toBe(tickets[0]?.id)
  })

  it('counts for more in hypercare', () => {
    const hypercare = [{ service: null, team: 'shop', from: after(-9), to: after(9), reason: 'release 4' }]
    const board = autoBoard({ ...FLEET, tickets: { ...FLEET.tickets, hypercare } })
    const [ticket] = play([[2, red(0)]], board).tickets
    expect(ticket?.priority).toBe(1)
    expect(ticket?.why).toBe('all pods are out; one step up in hypercare (release 4)')
    expect(ticket?.policy.hypercare).toBe('release 4')
  })

  it('opens nothing where the fleet file has switched all of it off', () => {
    const board = autoBoard({ ...FLEET, tickets: { ...FLEET.tickets, automatic: false } })
    expect(play([[9, red(0)]], board).told).toEqual([[]])
  })

  it('opens no more than twenty at once, those that failed first', () => {
    const alarms = Array.from({ length: 25 }, (_, i) => alarmOf(`s${i}`, -i))
    const events = automation({ tickets: new Map(), alarms, fleet: FLEET, now: after(9) })
    const services = events.map((event) => event.kind === 'opened' && event.data.service)
    expect(services).toEqual(Array.from({ length: 20 }, (_, i) => `s${24 - i}`))
  })
})
