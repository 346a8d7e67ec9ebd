import { describe, expect, it } from 'vitest'
import { type EpochMs, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { fails, scrape } from '#src/domain/watch/testing/answers.ts'
import { fleetOf } from '#src/domain/watch/testing/fleetOf.ts'
import { REFUSED } from '#src/domain/watch/testing/podFacts.ts'
import { createWatch, observe } from '#src/domain/watch/watch.ts'
import type { Tapped } from '#src/engine/probe/tap.ts'
import { explorer } from './explorer.ts'
import { heardBook } from './heardBook.ts'
import { lookedAt } from './lookedAt.ts'

const T0: EpochMs = Date.UTC(2026, 10, 16)
const OF = { service: 'orders', pod: 'orders-1' } as const

const tapped = (text: string, more: Partial<Tapped>): Tapped => {
  const head = new TextEncoder().encode(text)
  return {
    url: 'http://orders-1:8080/metrics',
    status: 200,
    contentType: 'text/plain; version=0.0.4',
    bytes: head.byteLength,
    head: [head.slice(0, 7), head.slice(7)],
    timing: null,
    ...more,
  }
}

function rig() {
  const notes = { heard: heardBook(), lookedAt: lookedAt(() => 0) }
  const watch = createWatch(fleetOf({ orders: 2 }))
  const clock = { now: 0 }
  const pages = explorer(notes, () => clock.now)
  /** A page that was read whole. */
  const page = (at: EpochMs, text: string, more: Partial<Tapped> = {}): void => {
    const ended = scrape(OF.pod, at, { memory: 100 })
    observe(watch, ended, at)
    notes.heard.note(ended, tapped(text, more))
    pages.turn(watch)
  }
  return { notes, watch, pages, page, clock }
}

const COUNTER = (value: number): string =>
  `# HELP sent_total Mails sent.\n# TYPE sent_total counter\nsent_total{to="a"} ${value}\n`

describe('explorer', () => {
  it('waits for a page that is read whole', () => {
    const { pages, watch } = rig()
    expect(pages.families(watch, OF)).toMatchObject({ at: null, families: [] })
  })

  it('tells every family, with what counters rose by a second since the page before', () => {
    const { pages, watch, page } = rig()
    page(T0, COUNTER(10))
    page(T0 + seconds(15), COUNTER(40))
    expect(pages.families(watch, OF)).toMatchObject({
      at: T0 + seconds(15),
      before: T0,
      families: [
        { name: 'sent_total', help: 'Mails sent.', series: [{ id: 'sent_total{to="a"}', rate: 2 }] },
      ],
    })
  })

  it('draws a pinned series from then on, and holds its pod until it is let go', () => {
    const { pages, watch, page, notes } = rig()
    const series = 'sent_total{to="a"}'
    page(T0, COUNTER(10))
    expect(pages.pin(watch, { about: 'pin', ...OF, series, on: true })).toBe(true)
    expect(notes.lookedAt.isLookedAt(OF.service, OF.pod)).toBe(true)
    page(T0 + seconds(120), COUNTER(250))
    page(T0 + seconds(240), COUNTER(250))
    expect(
      pages.families(watch, OF)?.pinned.map(({ id, isRate, values }) => [id, isRate, values.at(-1)]),
    ).toEqual([[series, true, 0]])
    expect(pages.pin(watch, { about: 'pin', ...OF, series, on: false })).toBe(true)
    expect(notes.lookedAt.isLookedAt(OF.service, OF.pod)).toBe(false)
    expect(pages.families(watch, OF)?.pinned).toEqual([])
  })

  it('tells the last good page while the next ones fail', () => {
    const { pages, watch, page, notes } = rig()
    page(T0, COUNTER(10))
    page(T0 + seconds(15), COUNTER(40))
    notes.heard.note(
      fails(OF.pod, T0 + seconds(30), REFUSED, 'metrics'),
      tapped('', { status: null, head: [] }),
    )
    pages.turn(watch)
    expect(pages.families(watch, OF)).toMatchObject({ at: T0 + seconds(15), before: T0, familyCount: 1 })
  })

  it('lets pins go that nobody looked at for a day, and makes room for others', () => {
    const { pages, watch, notes, clock } = rig()
    const pin = (pod: string, series: string) =>
      pages.pin(watch, { about: 'pin', service: 'orders', pod, series, on: true })
    for (let i = 0; i < 20; i++) expect(pin(i === 0 ? 'orders-2' : 'orders-1', `a${i}`)).toBe(true)
    expect(pin('orders-2', 'b')).toBe(false)
    clock.now += hours(23)
    pages.families(watch, { service: 'orders', pod: 'orders-2' })
    clock.now += hours(1) + minutes(1)
    pages.turn(watch)
    expect(notes.lookedAt.isLookedAt('orders', 'orders-1')).toBe(false)
    expect(pages.families(watch, OF)?.pinned).toEqual([])
    expect(pages.families(watch, { service: 'orders', pod: 'orders-2' })?.pinned).toHaveLength(1)
    expect(pin('orders-2', 'b')).toBe(true)
  })

  it('tells of a page that is no text what was read of it', () => {
    const { pages, watch, page } = rig()
    page(T0, '{"memstats":{}}', { contentType: 'application/json' })
    expect(pages.families(watch, OF)?.families.map(({ name }) => name)).toEqual([
      'process_resident_memory_bytes',
    ])
  })

  it('tells nothing of an error page', () => {
    const { pages, watch, page } = rig()
    page(T0, COUNTER(1), { status: 500 })
    expect(pages.families(watch, OF)).toMatchObject({ at: null, families: [] })
  })

  it('knows no pod that the fleet has not', () => {
    const { pages, watch } = rig()
    const of = { service: 'orders', pod: 'orders-9' }
    expect(pages.families(watch, of)).toBeNull()
    expect(pages.pin(watch, { about: 'pin', ...of, series: 'up', on: true })).toBeNull()
  })
})
