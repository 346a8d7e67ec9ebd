import { describe, expect, it } from 'vitest'
import { scrape } from '#src/domain/watch/testing/answers.ts'
import { fleetOf } from '#src/domain/watch/testing/fleetOf.ts'
import { createWatch, observe } from '#src/domain/watch/watch.ts'
import { handPorts } from '#src/engine/testing/handPorts.ts'
import { drillLater } from './drillLater.ts'
import { heardBook } from './heardBook.ts'
import { lookedAt } from './lookedAt.ts'
import { pastLine } from './pastLine.ts'

function rig(fleet = fleetOf({ orders: 2 })) {
  const ports = handPorts()
  const notes = { heard: heardBook(), lookedAt: lookedAt(ports.monotonic), past: pastLine() }
  const watch = createWatch(fleet)
  return { notes, watch, drill: drillLater('http://home.test/fleet.json', ports, notes) }
}

describe('drillLater', () => {
  it('lets a question wait that comes before its code', async () => {
    const { drill, watch } = rig()
    const answer = await drill.answer(watch, { about: 'surroundings', service: 'orders' })
    expect(answer).toMatchObject({ found: { neighbours: [{ name: 'orders', light: 'unknown' }] } })
    drill.stop()
  })

  it('notes down more of a pod that is asked for, and only of that', async () => {
    const { drill, watch, notes } = rig()
    await drill.answer(watch, { about: 'record', service: 'orders', pod: 'orders-1' })
    expect(notes.lookedAt.isLookedAt('orders', 'orders-1')).toBe(true)
    expect(notes.lookedAt.isLookedAt('orders', 'orders-2')).toBe(false)
    drill.stop()
  })

  it('tells which mapped metrics are not on the page of a pod', async () => {
    const { drill, watch, notes } = rig(fleetOf({ orders: 1 }, { signals: { heap: 'our_heap' } }))
    const page = scrape('orders-1', 1000, { memory: 7 })
    observe(watch, page, 1000)
    notes.heard.note(page, null)
    expect(await drill.answer(watch, { about: 'record', service: 'orders', pod: 'orders-1' })).toMatchObject({
      found: { unmatched: [{ signal: 'heap', metric: 'our_heap' }] },
    })
    drill.stop()
  })

  it.each([
    { about: 'record', service: 'orders', pod: 'orders-9' } as const,
    { about: 'families', service: 'orders', pod: 'orders-9' } as const,
    { about: 'pin', service: 'orders', pod: 'orders-9', series: 'up', on: true } as const,
    { about: 'as-of', service: 'nobody', at: 1000 } as const,
    { about: 'surroundings', service: 'nobody' } as const,
  ])('knows nothing of what the fleet has not: $about', async (question) => {
    const { drill, watch } = rig()
    expect(await drill.answer(watch, question)).toEqual({ about: question.about, found: null })
    drill.stop()
  })
})
