import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startPrometheus, writeBlocks } from '#e2e/fleet/prometheusBlocks.ts'
import { groupsOf, nightBefore } from '#e2e/fleet/storedNight.ts'
import { isInstalled, type Running } from '#e2e/support/realServers.ts'
import { deploysOf } from '#src/domain/deploy/deploysOf.ts'
import { parseFleet } from '#src/domain/fleet/parseFleet.ts'
import { saveSpans } from '#src/domain/journal/savedMoments.ts'
import { type VerdictJournal, verdictJournal } from '#src/domain/journal/verdictJournal.ts'
import type { ServiceNight } from '#src/domain/night/night.ts'
import { nightOf } from '#src/domain/night/nightOf.ts'
import { lengthOf } from '#src/domain/series/seenSpans.ts'
import { type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import { DEFAULT_POLICY } from '#src/domain/verdict/policy.ts'
import { createWatch, type Watch } from '#src/domain/watch/watch.ts'
import { pastLine } from '#src/engine/drill/pastLine.ts'
import type { Ports } from '#src/engine/ports.ts'
import { HOME } from '#src/engine/testing/fleetOf.ts'
import { nodePorts } from '#src/engine/testing/nodePorts.ts'
import { backfilling } from './backfilling.ts'

const missing = !isInstalled('prometheus') || !isInstalled('promtool')

const NOW = Date.now()
const NIGHT = nightBefore(NOW)
const pod = (service: string, name: string, i: number) => ({
  job: service,
  instance: `10.0.${service.length}.${i}:8080`,
  pod: `${service}-${name}`,
})
const LABELS = {
  orders: [pod('orders', '1', 1), pod('orders', '2', 2), pod('orders', '3', 3)],
  mailer: [pod('mailer', '1', 1)],
  billing: [pod('billing', 'new1', 1), pod('billing', 'new2', 2)],
  formerBilling: [pod('billing', 'old1', 3), pod('billing', 'old2', 4)],
}

const named = (service: string, labels: readonly { readonly pod: string }[]) => ({
  name: service,
  pods: labels.map((label) => ({ name: label.pod, url: `http://${label.pod}.test` })),
})

function watchOf(url: string): Watch {
  const fleet = parseFleet({
    sources: { prometheus: { url } },
    services: [
      named('orders', LABELS.orders),
      { ...named('mailer', LABELS.mailer), bounds: { memory: '1400MiB' } },
      named('billing', LABELS.billing),
      { name: 'unknown-there', url: 'http://nowhere.test' },
    ],
  })
  if (!fleet.ok) throw new Error(JSON.stringify(fleet.error))
  return createWatch(fleet.value)
}

/** This browser watched for three days, until then. */
function watchedUntil(to: EpochMs): VerdictJournal {
  const journal = verdictJournal()
  journal.loadSeen(saveSpans([{ from: to - hours(72), to }]))
  return journal
}

/** What a browser knows a while after it was opened. */
async function opened(seen: Watch, journal: VerdictJournal, ports: Ports = nodePorts) {
  const line = pastLine()
  line.attach(journal)
  const past = backfilling(HOME, ports, line)
  await vi.waitFor(
    () => {
      past.turn(seen)
      if (past.state()?.kind !== 'ended' || line.reading().filling) throw new Error('still under way')
    },
    { timeout: 50_000, interval: 5 },
  )
  past.stop()
  const { marks, lights } = seen.memory
  const told = { isAwaited: () => false, filling: false, fillFault: null }
  const night = nightOf(
    { journal, marks, lights, services: seen.fleet.services, ...told },
    { from: NOW - hours(9) + minutes(5), to: NOW },
  )
  return { night, line, journal, seen, of: (name: string) => night.services.find((one) => one.name === name) }
}

const close = (at: EpochMs, to: EpochMs): boolean => Math.abs(at - to) <= minutes(1)

const said = ({ stretches }: ServiceNight): readonly string[] =>
  stretches.map(({ reasons }) => reasons.map(({ text }) => text).join('; '))

type Opened = Awaited<ReturnType<typeof opened>>

describe.skipIf(missing)('a night that a real Prometheus holds', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'morning-check-night-'))
  let server: Running | null = null
  let known: Opened | null = null

  beforeAll(async () => {
    for (const { pods, metrics } of groupsOf(NIGHT, LABELS)) {
      await writeBlocks(folder, pods, metrics, { from: NIGHT.from, to: NOW })
    }
    server = await startPrometheus(folder)
    known = await opened(watchOf(server.url), watchedUntil(NOW - hours(9)))
  }, 90_000)

  afterAll(async () => {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const first = (): Opened => {
    if (known === null) throw new Error('it was not opened')
    return known
  }

  const nightOfService = (name: string): ServiceNight => {
    const night = first().of(name)
    if (night === undefined) throw new Error(`nothing is known of ${name}`)
    return night
  }

  it('is known to a browser that was closed, but for when the server itself was down', () => {
    const { night, line } = first()
    expect(line.reading()).toEqual({ filling: false, fault: null })
    expect(night.gaps.map(({ from, to }) => [close(from, NIGHT.gap.from), close(to, NIGHT.gap.to)])).toEqual([
      [true, true],
    ])
    expect(night.filled).toEqual(night.watched)
    const unseen = night.services.filter((service) => service.unseen.length > 0)
    expect(unseen.map(({ name }) => name)).toEqual(['unknown-there'])
  })

  it('has a crash of one pod of three, and that it was started anew', () => {
    const night = nightOfService('orders')
    expect(night.spells.map(({ from, light }) => [close(from, NIGHT.crash.from), light])).toEqual([
      [true, 'orange'],
    ])
    const lights = night.stretches.map(({ light }) => light)
    expect([lights.slice(0, 2), new Set(lights.slice(2))]).toEqual([['green', 'green'], new Set(['orange'])])
    expect(said(night)[2]).toMatch(/^1 of 3 pods does not answer: cannot be reached \(orders-2\) since /)
    expect(said(night).at(-1)).toMatch(/^orders-2 restarted once at /)
    expect(night.restarts.map(({ pod: of, at }) => [of, close(at, NIGHT.crash.to)])).toEqual([
      ['orders-2', true],
    ])
    expect(night.deploys).toEqual([])
  })

  it('has one deploy where pods of new names took over, and no trouble', () => {
    const { deploys, spells, restarts, stretches } = nightOfService('billing')
    expect(deploys).toMatchObject([
      { version: '1.4.2', at: NIGHT.deploy, pods: ['billing-new1', 'billing-new2'], isRollback: false },
    ])
    expect([spells, restarts]).toEqual([[], []])
    expect(new Set(stretches.map(({ light }) => light))).toEqual(new Set(['green']))
  })

  it('has a leak that began long before it', () => {
    const { before, spells } = nightOfService('mailer')
    expect(before?.light).toBe('orange')
    expect(before?.reasons[0]?.text).toMatch(/^memory \+\d.* MiB\/h on mailer-1 since /)
    expect(spells).toMatchObject([{ light: 'orange', isOlder: true, wellAt: null, hasGap: true }])
  })

  it('is remembered: a second look asks for nothing but the gap, and changes nothing', async () => {
    const { seen, journal, night } = first()
    const filled = journal.filled()
    const asked: string[] = []
    const listening: Ports = {
      ...nodePorts,
      get: (request, sinkFor) => {
        asked.push(decodeURIComponent(request.url).replaceAll('+', ' '))
        return nodePorts.get(request, sinkFor)
      },
    }
    const again = await opened(seen, journal, listening)
    expect(again.night.services).toEqual(night.services)
    expect(again.journal.filled()).toEqual(filled)
    const scrapes = asked.filter((url) => /up".*\}\[\d+s\]/.test(url))
    expect(scrapes.length).toBeGreaterThan(0)
    expect(scrapes.every((url) => Number(/\[(\d+)s\]/.exec(url)?.[1]) <= 75 * 60)).toBe(true)
  })

  it('has the lights of the night as well, where nobody watched', () => {
    const { lights } = first().seen.memory
    const inSight = lights.observed('orders', NIGHT.crash.from - hours(1), NOW)
    expect(lengthOf(inSight)).toBeGreaterThan(hours(6))
    expect(lights.changes('orders').map(({ light }) => light)).toContain('orange')
    expect(lights.observed('mailer', NIGHT.gap.from + minutes(1), NIGHT.gap.to - minutes(1))).toEqual([])
  })
})

describe.skipIf(missing)('three days that a real Prometheus holds', { timeout: 60_000 }, () => {
  it('have each pod at its time: one that came yesterday was missed by nobody before', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'morning-check-night-'))
    for (const { pods, metrics } of groupsOf(NIGHT, LABELS)) {
      if (pods.every(({ job }) => job !== 'billing')) continue
      await writeBlocks(folder, pods, metrics, { from: NIGHT.from, to: NOW })
    }
    const server = await startPrometheus(folder)
    const { journal, seen } = await opened(watchOf(server.url), verdictJournal())
    await server.stop()
    rmSync(folder, { recursive: true, force: true })

    const lights = (name: string) =>
      new Set(journal.between(name, NOW - hours(71), NOW).map(({ moment }) => moment.light))
    expect([...lights('billing')]).toEqual(['green'])
    expect(deploysOf(seen.memory.marks, { name: 'billing', policy: DEFAULT_POLICY })).toMatchObject([
      { version: '1.4.2', at: NIGHT.deploy, pods: ['billing-new1', 'billing-new2'] },
    ])
  })
})

it.runIf(missing)('is not installed here: a real Prometheus is not asked', () => {
  expect(missing).toBe(true)
})
