import { expect, it, vi } from 'vitest'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import { days, hours, seconds } from '#src/domain/time/units.ts'
import type { DeskQuestion } from '#src/engine/deskProtocol.ts'
import { HEALTH_ONLY } from '#src/engine/testing/pollingRig.ts'
import { healthy } from '#src/engine/testing/reply.ts'
import { watchRig } from '#src/engine/testing/watchRig.ts'

const FLEET: FleetFile = {
  services: [{ name: 'orders', url: 'http://orders-1.test' }],
  endpoints: HEALTH_ONLY,
}

it('counts the tickets of a week as of now, and of the week before none of them', async () => {
  const { ports, watcher } = watchRig(FLEET)
  ports.network.on('http://orders-1.test/', healthy())
  await ports.clock.advance(seconds(10))
  // What keeps the tickets comes in a chunk of its own, and so does what counts them.
  await vi.dynamicImportSettled()
  await ports.clock.advance(seconds(10))
  const ask = async (question: DeskQuestion) => {
    const answer = watcher.answer(question)
    await vi.dynamicImportSettled()
    await ports.clock.advance(seconds(1))
    return answer
  }
  const now = ports.now()
  await ask({
    about: 'open-ticket',
    draft: {
      title: 'orders are late',
      description: '',
      service: 'orders',
      project: null,
      priority: 1,
      source: 'hand',
      dedupKey: null,
      openedAt: now - hours(1),
      links: [],
    },
    by: 'Anna',
  })
  const week = (back: number) =>
    ask({ about: 'week-tickets', from: now - days(7 * (back + 1)), to: now - days(7 * back) })
  expect(await week(0)).toMatchObject({
    found: { figures: { n: 1, open: { n: 1 } }, breaches: { byTime: 1 } },
  })
  expect(await week(1)).toMatchObject({ found: { figures: { n: 0 }, breaches: { byTime: 0 } } })
})
