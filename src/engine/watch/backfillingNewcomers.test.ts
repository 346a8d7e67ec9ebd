import { expect, it, onTestFinished, vi } from 'vitest'
import { parseFleet } from '#src/domain/fleet/parseFleet.ts'
import { createWatch } from '#src/domain/watch/watch.ts'
import { HOME } from '#src/engine/testing/fleetOf.ts'
import { loopbackServer } from '#src/engine/testing/loopbackServer.ts'
import { nodePorts } from '#src/engine/testing/nodePorts.ts'
import { backfilling } from './backfilling.ts'

const fleetWith = (url: string, names: readonly string[]) => {
  const services = names.map((name) => ({ name, url: `http://${name}-1.test` }))
  const fleet = parseFleet({ sources: { prometheus: { url } }, services })
  if (!fleet.ok) throw new Error(JSON.stringify(fleet.error))
  return fleet.value
}

it('a service that is named later is asked about', async () => {
  let asked = 0
  const server = await loopbackServer((_, response) => {
    asked++
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ status: 'success', data: { resultType: 'vector', result: [] } }))
  })
  onTestFinished(() => server.stop())
  const past = backfilling(HOME, nodePorts)
  onTestFinished(() => past.stop())
  const watch = createWatch(fleetWith(`${server.url}/`, ['orders']))
  past.turn(watch)
  await vi.waitFor(() => expect(past.state()?.kind).toBe('ended'), { timeout: 5000, interval: 5 })
  const before = asked
  past.turn(createWatch(fleetWith(`${server.url}/`, ['orders', 'billing']), watch))
  await vi.waitFor(() => expect(asked).toBeGreaterThan(before), { timeout: 1000, interval: 5 })
})
