import { act, screen as dom, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { hours, minutes } from '#src/domain/time/units.ts'
import { englishThen } from '#src/domain/wording/englishThen.ts'
import { receiveBoard } from '#src/state/boardStore.ts'
import type { Then } from '#src/state/drillActions.ts'
import type { Detail } from '#src/state/screen.ts'
import { NOW, sampleRow, silentPod } from '#src/state/testing/sampleRow.ts'
import { sampleDesk, sampleTicket } from '#src/state/testing/sampleTicket.ts'
import { drawThen } from './testing/drawThen.tsx'
import { NIGHT, redMoment, sampleThen } from './testing/sampleThen.ts'
import { ThenAndNow } from './ThenAndNow.tsx'

const { unknown, change, around, tickets, values } = englishThen

const detail: Detail = {
  name: 'orders',
  holdsUntil: NOW,
  pods: ['orders-1', 'orders-2'].map((name, i) => ({
    name,
    url: `http://${name}.test`,
    endpoints: [],
    health: null,
    version: null,
    signals: [{ signal: 'memory', value: (i + 1) * 1024 ** 2, bound: null, from: 'm', of: null }],
    startedAt: null,
    recent: [],
  })),
}

async function draw(then: Then | null, rows = [sampleRow('orders')], pod?: string): Promise<string> {
  const node = <ThenAndNow service="orders" at={NIGHT} {...(pod === undefined ? {} : { pod })} />
  const page = await drawThen(node, then, { detail: () => Promise.resolve(detail) })
  await act(async () => page.show(rows))
  return dom.getByRole('region', { name: englishThen.title }).textContent
}

const column = (name: RegExp | string): HTMLElement => dom.getByRole('region', { name })

describe('then and now', () => {
  it('lays the words of that time beside those of now, and marks what differs', async () => {
    await draw(sampleThen())
    const then = within(column(/^Then, 04:00/))
    expect(then.getByText('ACT')).toBeDefined()
    expect(then.getByText(/orders-2 does not answer since 03:57/)).toBeDefined()
    expect(then.getByText(englishThen.ended)).toBeDefined()
    expect(then.getByText(/5 h ago/)).toBeDefined()
    expect(within(column(englishThen.now)).getByText('OK')).toBeDefined()
    expect(dom.getByText('ACT then, OK now')).toBeDefined()
    expect(dom.getByText('version 0.9.0 then, 1.0.0 now on orders-2')).toBeDefined()
  })

  it('marks a reason that is there now and was not', async () => {
    await draw(sampleThen({ moment: { ...redMoment, light: 'green', reasons: [] } }), [
      sampleRow('orders', 'red', { reasons: [silentPod('orders-1')] }),
    ])
    expect(within(column(englishThen.now)).getByText(englishThen.begun)).toBeDefined()
    expect(within(column(/^Then,/)).getByText(englishThen.noReason)).toBeDefined()
  })

  it('says so where nothing differs', async () => {
    const row = sampleRow('orders')
    await draw(sampleThen({ moment: { at: NIGHT, light: 'green', reasons: [], pods: row.pods } }), [row])
    expect(dom.getByText(change.none)).toBeDefined()
  })

  it('names pods that are gone, and those that came', async () => {
    const pods = [{ name: 'orders-9', light: 'green', version: '1.0.0' }] as const
    const said = await draw(sampleThen({ moment: { ...redMoment, pods } }))
    expect(said).toContain('gone since: orders-9')
    expect(said).toContain('came since: orders-1, orders-2')
  })

  it.each<{ name: string; told: Partial<Then>; says: string }>([
    {
      name: 'nobody watched',
      told: {
        past: [
          { from: NIGHT - hours(4), to: NIGHT - hours(1), light: 'green' },
          { from: NIGHT + hours(1), to: NOW, light: 'red' },
        ],
      },
      says: unknown.unwatched('03:00', '05:00'),
    },
    {
      name: 'nobody watched since',
      told: { past: [{ from: NIGHT - hours(2), to: NIGHT - hours(1), light: 'red' }] },
      says: unknown.unwatchedSince('03:00'),
    },
    {
      name: 'it is too long ago',
      told: { past: [], knownSince: NOW - hours(1) },
      says: unknown.before('08:00'),
    },
    { name: 'nothing is known yet', told: { past: [], knownSince: null }, says: unknown.never },
    { name: 'its light alone is known', told: {}, says: unknown.lightOnly('ACT') },
  ])('says honestly that $name', async ({ told, says }) => {
    const said = await draw(sampleThen({ moment: null, ...told }))
    expect(said).toContain(says)
    expect(said).not.toContain(englishThen.noReason)
    expect(said).not.toContain(unknown.values)
  })

  it('shows the signals of a time in which nobody watched, and where they come from', async () => {
    const said = await draw(
      sampleThen({
        moment: null,
        past: [],
        values: [
          { pod: 'orders-1', signal: 'memory', value: 1024 ** 2 },
          { pod: 'orders-2', signal: 'memory', value: 512 * 1024 },
        ],
      }),
    )
    expect(said).toContain(unknown.values)
    const row = within(dom.getByRole('row', { name: /memory/ }))
    expect(row.getAllByRole('cell').map((cell) => cell.textContent)).toEqual([
      '512 KiB to 1 MiB',
      '1 MiB to 2 MiB',
      values.times('2'),
    ])
  })

  it('shows one pod only, on the screen of a pod', async () => {
    await draw(
      sampleThen({
        values: [
          { pod: 'orders-1', signal: 'memory', value: 1024 ** 2 },
          { pod: 'orders-2', signal: 'memory', value: 9 },
        ],
      }),
      [sampleRow('orders')],
      'orders-1',
    )
    expect(dom.queryByRole('rowheader', { name: 'orders-2' })).toBeNull()
    expect(dom.getByRole('row', { name: /memory/ }).textContent).toContain(values.same)
  })

  it('tells in order what changed around that moment, with the moment among it', async () => {
    await draw(
      sampleThen({
        around: [
          { kind: 'deploy', at: NIGHT - minutes(8), service: 'orders', pod: 'orders-2', version: '1.0.0' },
          { kind: 'light', at: NIGHT - minutes(3), service: 'orders', pod: null, moment: redMoment },
          {
            kind: 'light',
            at: NIGHT - minutes(1),
            service: 'orders',
            pod: null,
            moment: { ...redMoment, reasons: [] },
          },
          { kind: 'restart', at: NIGHT + minutes(2), service: 'billing', pod: 'billing-1', version: null },
        ],
      }),
    )
    const list = dom.getByText(around.moment).closest('ol')
    expect([...(list?.children ?? [])].map(({ textContent }) => textContent)).toEqual([
      '03:52:008 min beforeorders-2 was deployed: version 1.0.0',
      '03:57:003 min beforeorders became ACT orders-2 does not answer since 03:57',
      '03:59:001 min beforeorders stayed ACT',
      `04:00:00${around.moment}`,
      '04:02:002 min afterbilling-1 was restarted',
    ])
    const link = dom.getByRole('link', { name: 'billing-1 was restarted' })
    expect(link.getAttribute('href')).toMatch(/^#\/s\/billing\?at=/)
  })

  it('names the tickets that were open then, or came of it', async () => {
    const page = await drawThen(<ThenAndNow service="orders" at={NIGHT} />, sampleThen())
    expect(dom.queryByText(tickets.title)).toBeNull()
    const rows = [
      sampleTicket('a', { openedAt: NIGHT - hours(1), resolvedAt: NIGHT + hours(1), title: 'open then' }),
      sampleTicket('b', { openedAt: NIGHT + minutes(4), title: 'came of it' }),
      sampleTicket('c', { openedAt: NIGHT - hours(1), resolvedAt: NIGHT - minutes(1), title: 'over' }),
      sampleTicket('d', { openedAt: NIGHT + hours(1), title: 'of later' }),
      sampleTicket('e', { openedAt: NIGHT, service: 'billing', title: 'of another' }),
    ]
    await act(async () =>
      receiveBoard(page.board, { kind: 'board', full: true, rows, gone: [], desk: sampleDesk() }),
    )
    const part = dom.getByRole('heading', { name: tickets.title }).closest('section')
    expect(within(part ?? document.body).getAllByRole('listitem')).toHaveLength(2)
    expect(part?.textContent).toContain(`open then ${tickets.open('03:00')}, ${tickets.resolved('05:00')}`)
    expect(part?.textContent).toContain(`came of it ${tickets.later('04:04')}`)
  })

  it('says that the watch knows no such service, and that the fleet has none any more', async () => {
    expect(await draw(null, [])).toContain(englishThen.unknownService)
  })

  it('shows what was, of a service that is no more', async () => {
    expect(await draw(sampleThen(), [])).toContain(englishThen.nowGone)
  })
})
