import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type LayerName, LAYERS } from '#src/domain/layer/layer.ts'
import { check, healthReading } from '#src/domain/watch/testing/podFacts.ts'
import { sampleRow, silentPod } from '#src/state/testing/sampleRow.ts'
import { AROUND, drawPod, endpointOf, NOTHING_HEARD, podOf } from './testing/drawPod.tsx'

/** The line of a layer, as soon as it is there. */
const lineOf = (layer: LayerName): Promise<HTMLElement> =>
  waitFor(() => document.getElementById(`layer-${layer}`) ?? expect.fail(`there is no layer ${layer}`))

/** The one layer that is open; none where all are closed. */
function openLayers(): readonly string[] {
  const list = screen.getByRole('list', { name: /Layers/ })
  return within(list)
    .getAllByRole('button', { expanded: true })
    .flatMap((button) => button.closest<HTMLElement>('[data-layer]')?.dataset.layer ?? [])
}

/** The layers that are open, once there is one. */
const opened = (): Promise<readonly string[]> =>
  waitFor(() => {
    const open = openLayers()
    return open.length > 0 ? open : expect.fail('no layer is open')
  })

const isOpen = (layer: string): Promise<void> => waitFor(() => expect(openLayers()).toEqual([layer]))

const press = (key: string): void => void fireEvent.keyDown(document.body, { key })

describe('which layer is open', () => {
  const down = sampleRow('orders', 'red', { reasons: [silentPod('orders-1')] })
  const silent = podOf('orders-1', {
    endpoints: [endpointOf('health', { failure: { kind: 'timeout', after: 2000 } }), endpointOf('metrics')],
  })

  it('is the first that fails, with its evidence', async () => {
    drawPod({ rows: [down], pods: [silent] })
    await isOpen('reachable')
    const card = screen.getByRole('region', { name: 'Health' })
    expect(card.textContent).toContain('It did not answer within 2 s')
    expect((await lineOf('reachable')).textContent).toContain('FAIL')
  })

  it('is that of the address, whatever fails', async () => {
    drawPod({ rows: [down], pods: [silent], address: '#/s/orders/p/orders-1?layer=version' })
    expect(await opened()).toEqual(['version'])
  })

  it('is what shows the signal that the address names', async () => {
    drawPod({ rows: [down], pods: [silent], address: '#/s/orders/p/orders-1?signal=memory' })
    expect(await opened()).toEqual(['resources'])
  })

  it('stands in the address once somebody opened it, and closes again', async () => {
    drawPod()
    fireEvent.click(await lineOf('profile'))
    await isOpen('profile')
    expect(location.hash).toContain('layer=profile')
    fireEvent.click(await lineOf('profile'))
    await waitFor(() => expect(location.hash).not.toContain('layer='))
    expect(screen.queryAllByRole('button', { expanded: true })).toEqual([])
  })

  it('is opened and left by keys', async () => {
    drawPod()
    await lineOf('reachable')
    press('8')
    await isOpen('profile')
    expect(document.activeElement?.id).toBe('layer-profile')
    press('k')
    expect(document.activeElement?.id).toBe('layer-logs')
    press(']')
    await waitFor(() => expect(location.hash).toContain('/p/orders-2'))
    press('Escape')
    await waitFor(() => expect(location.hash).toMatch(/^#\/s\/orders(?:\?|$)/))
  })
})

describe('what was not seen', () => {
  it('does not pass', async () => {
    const pods = [
      podOf('orders-1', {
        endpoints: [
          endpointOf('health', { at: null, took: null }),
          endpointOf('metrics', { at: null, took: null }),
        ],
        health: null,
        signals: [],
      }),
    ]
    drawPod({ rows: [sampleRow('orders', 'unknown')], pods, around: null })
    for (const name of ['reachable', 'resources', 'checks', 'dependencies'] as const)
      expect((await lineOf(name)).textContent).toContain('not seen')
  })

  it('is everything once the watch is silent', async () => {
    const page = drawPod()
    expect((await lineOf('reachable')).textContent).toContain('pass')
    page.watch.setState({ source: 'stalled' })
    await waitFor(async () => expect((await lineOf('reachable')).textContent).toContain('not seen'))
  })
})

describe('a pod that nobody knows', () => {
  it('is followed by those that were meant', async () => {
    drawPod({ address: '#/s/orders/p/ordrs-1', record: null })
    expect(await screen.findByRole('heading', { name: 'orders has no pod “ordrs-1”' })).toBeTruthy()
    const [meant] = screen.getAllByRole('link', { name: 'orders-1' })
    expect(meant?.getAttribute('href')).toBe('#/s/orders/p/orders-1')
  })

  it('of a service that nobody knows names the services that were meant', async () => {
    drawPod({ address: '#/s/oders/p/x', pods: null, record: null, around: null })
    expect(await screen.findByRole('heading', { name: 'The fleet has no service “oders”' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'orders' })).toBeTruthy()
  })
})

const NASTY = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>'

it('shows hostile texts as text, and links nothing but http', async () => {
  const pods = [
    podOf('orders-1', {
      url: 'javascript:alert(1)',
      health: healthReading('down', { why: NASTY, checks: [check('prices', 'down', { message: NASTY })] }),
      version: { version: NASTY, commit: null, builtAt: null, runtime: NASTY, startedAt: null, from: NASTY },
    }),
  ]
  const around = {
    ...AROUND,
    needs: [{ from: 'orders', to: 'prices', by: 'health-check' as const }],
    neighbours: [...AROUND.neighbours, { name: 'prices', light: 'red' as const, kind: 'service' as const }],
  }
  const heard = {
    endpoint: 'version' as const,
    url: 'javascript:alert(2)',
    at: 0,
    took: 1,
    status: 200,
    contentType: NASTY,
    bytes: 10,
    timing: null,
    body: { text: NASTY, isCut: false },
  }
  drawPod({ pods, around, record: { ...NOTHING_HEARD, heard: [heard] } })
  for (const layer of ['reachable', 'dependencies', 'version', 'profile'] as const) {
    fireEvent.click(await lineOf(layer))
    await isOpen(layer)
    expect(document.querySelectorAll('img, script, iframe')).toHaveLength(0)
    const hrefs = screen.getAllByRole('link').map((link) => link.getAttribute('href') ?? '')
    expect(hrefs.filter((href) => !/^(?:#|https?:)/.test(href))).toEqual([])
  }
  expect(document.body.textContent).toContain('kubectl -n shop')
})

it('says which mapped metric is not on the page, and does not take the resources for seen', async () => {
  const unmatched = [{ signal: 'heap', metric: 'our_heap{area="old"}' }] as const
  drawPod({ record: { ...NOTHING_HEARD, unmatched }, address: '#/s/orders/p/orders-1?layer=resources' })
  expect(
    await screen.findByText(/signals\.heap = our_heap\{area="old"\}: not on the page of orders-1/),
  ).toBeTruthy()
  expect((await lineOf('resources')).textContent).toContain('not seen')
})

it('fills in the commands', async () => {
  drawPod({ pods: [podOf('orders-7c9f-x1')], address: '#/s/orders/p/orders-7c9f-x1?layer=profile' })
  expect(
    await screen.findByText('kubectl -n shop logs pod/orders-7c9f-x1 --previous --tail=200'),
  ).toBeTruthy()
  expect(screen.getByText('kubectl -n shop rollout undo deployment/orders')).toBeTruthy()
})

it('has a line for each layer, in order', async () => {
  drawPod()
  await lineOf('reachable')
  const items = within(screen.getByRole('list', { name: /Layers/ })).getAllByRole('listitem')
  expect(items.flatMap((item) => item.dataset.layer ?? [])).toEqual(LAYERS)
})
