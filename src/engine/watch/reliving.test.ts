import { describe, expect, it, vi } from 'vitest'
import { saveSpans } from '#src/domain/journal/savedMoments.ts'
import { verdictJournal } from '#src/domain/journal/verdictJournal.ts'
import { err } from '#src/domain/result.ts'
import { hours, minutes } from '#src/domain/time/units.ts'
import { createWatch } from '#src/domain/watch/watch.ts'
import { pastLine } from '#src/engine/drill/pastLine.ts'
import { fleetOf } from '#src/domain/watch/testing/fleetOf.ts'
import { HOME } from '#src/engine/testing/fleetOf.ts'
import { handPorts } from '#src/engine/testing/handPorts.ts'
import { reliving } from './reliving.ts'

const SOURCE = { url: 'http://prometheus.test/' }

function rig() {
  const ports = handPorts()
  const asked: string[] = []
  const line = pastLine()
  const journal = verdictJournal()
  const watch = createWatch(fleetOf({ orders: 1 }, { sources: { prometheus: SOURCE } }))
  const listening = {
    ...ports,
    get: async ({ url }: Parameters<typeof ports.get>[0]) => {
      asked.push(url)
      return err({ kind: 'network' } as const)
    },
  }
  const night = reliving(listening, line)
  const { prometheus } = watch.fleet.sources
  if (prometheus === null) throw new Error('it has a source')
  const turn = (): void => {
    night.note(watch)
    night.turn(watch, { source: prometheus, fleetUrl: HOME, authorization: () => null })
  }
  return { ports, asked, line, journal, night, turn }
}

describe('reliving', () => {
  it('asks for nothing where nothing is missing', () => {
    const { ports, asked, line, journal, night, turn } = rig()
    const now = ports.now()
    journal.loadSeen(saveSpans([{ from: now - hours(80), to: now - minutes(60) }]))
    journal.fill('orders', [], [{ from: now - minutes(60), to: now }])
    line.attach(journal)
    night.begin()
    expect(line.reading()).toEqual({ filling: true, fault: null })
    turn()
    expect(line.reading()).toEqual({ filling: false, fault: null })
    expect(asked).toEqual([])
  })

  it('asks for what was missed while nothing began, and not at once again', async () => {
    const { ports, asked, line, journal, night, turn } = rig()
    const opened = ports.now()
    journal.loadSeen(saveSpans([{ from: opened - hours(80), to: opened }]))
    line.attach(journal)
    night.begin()
    turn()
    await ports.clock.advance(minutes(3))
    journal.noteSeen(ports.now())
    turn()
    expect(line.reading().filling).toBe(true)
    await vi.waitFor(() => expect(line.reading().filling).toBe(false), { timeout: 5000, interval: 5 })
    const before = asked.length
    expect(before).toBeGreaterThan(0)
    await ports.clock.advance(minutes(9))
    turn()
    expect(asked.length).toBe(before)
    await ports.clock.advance(minutes(1))
    turn()
    await vi.waitFor(() => expect(asked.length).toBeGreaterThan(before), { timeout: 5000, interval: 5 })
  })

  it('waits for the journal, and says why the source does not tell', async () => {
    const { asked, line, journal, night, turn } = rig()
    night.begin()
    turn()
    expect(asked).toEqual([])
    line.attach(journal)
    turn()
    await vi.waitFor(() => expect(line.reading().filling).toBe(false), { timeout: 5000, interval: 5 })
    expect(asked.length).toBeGreaterThan(0)
    expect(line.reading().fault).toMatch(/\w/)
    expect(journal.filled()).toEqual([])
    const before = asked.length
    turn()
    expect(asked.length).toBe(before)
  })

  it('has nothing to tell without a source', () => {
    const { line, night } = rig()
    night.begin()
    night.end(null)
    expect(line.reading()).toEqual({ filling: false, fault: null })
  })
})
