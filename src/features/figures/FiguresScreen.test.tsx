import { act, fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { cycle, priorities, ticketWith } from '#src/domain/sla/testing/ticketWith.ts'
import type { Priority } from '#src/domain/sla/priority.ts'
import { statisticsOf } from '#src/domain/statistics/statisticsOf.ts'
import type { Ticket } from '#src/domain/ticket/ticket.ts'
import { days, hours, minutes, seconds } from '#src/domain/time/units.ts'
import type { DeskActions } from '#src/state/deskActions.ts'
import { idleDesk } from '#src/state/testing/idleDesk.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { NOW } from '#src/state/testing/sampleRow.ts'
import { sampleDesk } from '#src/state/testing/sampleTicket.ts'
import { testScreen, type TestScreen } from '#src/state/testing/testScreen.ts'
import { FiguresScreen } from './FiguresScreen.tsx'

/** Of so many days ago: acknowledged after 10 minutes, restored after an hour, or still open. */
function ticket(daysAgo: number, priority: Priority, project: string | null, isOpen = false): Ticket {
  const start = NOW - days(daysAgo)
  const restoredAt = isOpen ? null : start + hours(1)
  return ticketWith({
    project,
    openedAt: start,
    priorities: priorities([start, priority]),
    cycles: [cycle(start, { ackAt: start + minutes(10), restoredAt })],
    resolution:
      restoredAt === null ? null : { by: 'anna', at: restoredAt, restoredAt, note: '', cause: 'incident' },
  })
}

const TICKETS = [ticket(1, 1, 'web'), ticket(2, 2, 'api'), ticket(2, 2, null, true), ticket(40, 2, 'web')]

function draw(tickets: readonly Ticket[], own: Partial<DeskActions> = {}): TestScreen {
  const desk: DeskActions = {
    ...idleDesk,
    statistics: () => Promise.resolve(statisticsOf(tickets, 'Europe/Paris', NOW)),
    ...own,
  }
  const page = testScreen({ desk })
  page.board.setState({ desk: sampleDesk() })
  renderWith(page, <FiguresScreen />)
  return page
}

/** The texts of the lines of the table by month and priority. */
async function lines(): Promise<readonly string[]> {
  const region = await screen.findByRole('region', { name: 'TTA and TRS by month and priority' })
  return within(region)
    .getAllByRole('row')
    .slice(2)
    .map((row) => [...row.children].map(({ textContent }) => textContent).join('|'))
}

describe('FiguresScreen', () => {
  it('tells by month and priority, with what is open beside, and says nothing that too few say', async () => {
    draw(TICKETS)
    const all = await lines()
    expect(all).toHaveLength(8)
    expect(all[0]).toBe(
      'All months|all|4|3|10 min|–|–|3 of 3|0|3|1 h|–|–|3 of 3|1 h|0 of 3|0|1, oldest 2 d|1',
    )
    expect(all[4]).toMatch(/^P1\|1\|1\|10 min\|/)
    expect(screen.getByText('4 tickets, acknowledged in time 3 of 3, restored in time 3 of 3')).toBeTruthy()
  })

  it('shows one priority, or one project, as the address says', async () => {
    draw(TICKETS)
    await lines()
    fireEvent.click(screen.getByRole('button', { name: 'P1' }))
    expect(location.hash).toContain('priority=1')
    expect(await lines()).toHaveLength(2)
    fireEvent.change(screen.getByRole('combobox', { name: 'Project' }), { target: { value: 'api' } })
    expect(screen.getByText('No ticket of this kind')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'All priorities' }))
    expect(await lines()).toHaveLength(4)
    fireEvent.change(screen.getByRole('combobox', { name: 'Project' }), { target: { value: ' ' } })
    expect(screen.getByText('1 ticket')).toBeTruthy()
  })

  it('has the pictures as tables, with a gap where a month had none', async () => {
    draw([ticket(1, 2, null), ticket(70, 2, null)])
    const table = await screen.findByRole('table', { name: 'Time to acknowledge, median, by month' })
    const told = within(table)
      .getAllByRole('row')
      .map(({ textContent }) => textContent)
    expect(told).toEqual([
      'MonthTTA',
      'September 202410 min, of 1',
      'October 2024–',
      'November 202410 min, of 1',
    ])
  })

  it('needs two months to draw a line', async () => {
    draw([ticket(1, 2, null)])
    expect(await screen.findByText('Lines come with the second month.')).toBeTruthy()
  })

  it('says so where no ticket was opened yet', async () => {
    draw([])
    expect(await screen.findByText('No ticket to count yet')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Figures as CSV' })).toBeNull()
  })

  it('says so where the watch does not answer', async () => {
    const page = testScreen({ desk: idleDesk })
    renderWith(page, <FiguresScreen />)
    expect(screen.getByText('Counting the tickets')).toBeTruthy()
    act(() => page.wait(seconds(11)))
    expect(screen.getByText(/^The watch does not answer/)).toBeTruthy()
  })

  it('counts again when a ticket changed, at most once a minute', async () => {
    const statistics = vi.fn<DeskActions['statistics']>(() =>
      Promise.resolve(statisticsOf(TICKETS, 'Europe/Paris', NOW)),
    )
    const page = draw(TICKETS, { statistics })
    await lines()
    const change = (): void => act(() => page.board.setState({ rows: new Map() }))
    change()
    expect(statistics).toHaveBeenCalledTimes(1)
    await act(async () => page.wait(minutes(1)))
    expect(statistics).toHaveBeenCalledTimes(2)
    await act(async () => page.wait(minutes(5)))
    expect(statistics).toHaveBeenCalledTimes(2)
  })
})

/** What was handed to the browser: names of files and their texts. */
function catchFiles(): { readonly names: string[]; readonly blobs: Blob[] } {
  const names: string[] = []
  const blobs: Blob[] = []
  URL.createObjectURL = (blob) => {
    if (blob instanceof Blob) blobs.push(blob)
    return 'blob:x'
  }
  URL.revokeObjectURL = () => {}
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    names.push(this.download)
  })
  return { names, blobs }
}

describe('taking figures along', () => {
  it('saves the figures as CSV that a spreadsheet takes for UTF-8', async () => {
    const { names, blobs } = catchFiles()
    draw(TICKETS)
    fireEvent.click(await screen.findByRole('button', { name: 'Figures as CSV' }))
    expect(names).toEqual(['ticket-figures-2024-11-21.csv'])
    const bytes = new Uint8Array((await blobs[0]?.arrayBuffer()) ?? new ArrayBuffer(0))
    expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes)).toMatch(/^project,month,priority,tickets,[^]*\r\nall,all,all,4,/)
    expect(screen.getByText('Saved as ticket-figures-2024-11-21.csv.')).toBeTruthy()
  })

  it('asks the watch for the tickets, and says where it does not answer', async () => {
    const { names } = catchFiles()
    draw(TICKETS, { ticketsCsv: () => Promise.resolve('code\r\n') })
    fireEvent.click(await screen.findByRole('button', { name: 'Tickets as CSV' }))
    expect(await screen.findByText('Saved as tickets-2024-11-21.csv.')).toBeTruthy()
    expect(names).toEqual(['tickets-2024-11-21.csv'])
  })

  it('says so where the tickets do not come', async () => {
    draw(TICKETS)
    fireEvent.click(await screen.findByRole('button', { name: 'Tickets as CSV' }))
    expect(await screen.findByText('The watch did not answer: nothing was saved.')).toBeTruthy()
  })
})
