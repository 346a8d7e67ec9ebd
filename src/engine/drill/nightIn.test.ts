import { describe, expect, it } from 'vitest'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { healthOk, scrape, version } from '#src/domain/watch/testing/answers.ts'
import { fleetOf } from '#src/domain/watch/testing/fleetOf.ts'
import { createWatch, digestChanges, observe } from '#src/domain/watch/watch.ts'
import type { Night } from '#src/domain/night/night.ts'
import { handPorts } from '#src/engine/testing/handPorts.ts'
import { drillOf } from './drillOf.ts'
import { heardBook } from './heardBook.ts'
import { lookedAt } from './lookedAt.ts'
import { pastLine } from './pastLine.ts'

const POD = 'orders-1'

function rig() {
  const ports = handPorts()
  const notes = { heard: heardBook(), lookedAt: lookedAt(ports.monotonic), past: pastLine() }
  const watch = createWatch(fleetOf({ orders: 1, billing: 1 }))
  const drill = drillOf('http://home.test/fleet.json', ports, notes)
  const begun = ports.now()
  return {
    ports,
    notes,
    watch,
    begun,
    async run(duration: number, start = begun - minutes(60)) {
      for (let left = duration; left > 0; left -= seconds(5)) {
        await ports.clock.advance(seconds(5))
        const now = ports.now()
        for (const answer of [healthOk(POD, now), scrape(POD, now, { startedAt: start })])
          observe(watch, answer, now)
        digestChanges(watch, now)
        drill.turn(watch)
      }
    },
    async night(from = begun, to = Infinity): Promise<Night | null> {
      const answer = await drill.answer(watch, { about: 'night', from, to })
      return answer.about === 'night' ? answer.found : null
    },
  }
}

describe('a night that a page asks for', () => {
  it('is told until now, of all services of the fleet', async () => {
    const it = rig()
    await it.run(minutes(10))
    const night = await it.night()
    expect(night).toMatchObject({
      from: it.begun,
      to: it.ports.now(),
      gaps: [],
      filling: false,
      fillFault: null,
    })
    expect(night?.services).toMatchObject([
      { name: 'billing', unseen: [{ to: it.ports.now() }] },
      { name: 'orders', stretches: [{ light: 'green', to: it.ports.now() }], unseen: [] },
    ])
    expect((await it.night(it.begun, it.begun + minutes(5)))?.to).toBe(it.begun + minutes(5))
  })

  it('is none of times that are none', async () => {
    const it = rig()
    await it.run(seconds(10))
    expect(await it.night(Number.NaN)).toBeNull()
    expect(await it.night(-Infinity)).toBeNull()
    expect(await it.night(0, Number.NaN)).toBeNull()
  })

  it('says whether more of it is on its way', async () => {
    const it = rig()
    await it.run(seconds(10))
    it.notes.past.tell({ filling: true, fault: null })
    expect(await it.night()).toMatchObject({ filling: true })
    it.notes.past.tell({ filling: false, fault: 'refused' })
    expect(await it.night()).toMatchObject({ filling: false, fillFault: 'refused' })
    it.watch.pastPending = true
    expect(await it.night()).toMatchObject({ filling: true })
  })

  it('tells words from elsewhere, which find the journal at the line', async () => {
    const it = rig()
    await it.run(seconds(10))
    const from = it.begun - minutes(30)
    const moment = { at: from, light: 'red' as const, reasons: [], pods: [] }
    it.notes.past.journal()?.fill('orders', [moment], [{ from, to: from + minutes(10) }])
    const night = await it.night(from)
    expect(night?.filled).toEqual([{ from, to: from + minutes(10) }])
    expect(night?.services[1]?.spells).toMatchObject([{ light: 'red', redFor: minutes(10) }])
  })

  it('tells a restart once its version was read', async () => {
    const it = rig()
    observe(it.watch, version(POD, it.begun, '1'), it.begun)
    await it.run(seconds(10))
    await it.run(minutes(1), it.ports.now())
    const restarts = async () => (await it.night())?.services[1]?.restarts.map(({ pod }) => pod)
    expect(await restarts()).toEqual([])
    observe(it.watch, version(POD, it.ports.now(), '1'), it.ports.now())
    expect(await restarts()).toEqual([POD])
  })
})
