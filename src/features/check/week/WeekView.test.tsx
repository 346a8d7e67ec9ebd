import { QueryClientProvider } from '@tanstack/react-query'
import { act, fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { days, hours, minutes, seconds } from '#src/domain/time/units.ts'
import type { WeekDrift, WeekSeen, WeekTickets } from '#src/domain/week/week.ts'
import type { Ask } from '#src/state/checkActions.ts'
import { createQueries } from '#src/state/queries/useServiceDetail.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { NOW } from '#src/state/testing/sampleRow.ts'
import { testScreen, type TestScreen } from '#src/state/testing/testScreen.ts'
import { sampleService, sampleWeek, sampleWeekTickets } from './testing/sampleWeek.ts'
import { WeekView } from './WeekView.tsx'

const DRIFT: WeekDrift = {
  service: 'orders',
  text: 'memory +31 MiB/h on 3 of 12 pods since 09:10, reaches its 4 GiB limit tomorrow about 14:20',
  from: NOW - days(2),
  outcome: 'caught',
}

const BAD = sampleWeek(
  [
    sampleService('orders', { redFor: hours(1), redSpells: 2, deploys: 3, failedDeploys: 1 }),
    sampleService('billing', { orangeFor: minutes(24), unseenDeploys: 1 }),
    sampleService('mail'),
    sampleService('search', {}, hours(29.5)),
    sampleService('new', {}, minutes(12)),
    sampleService('never', {}, 0),
  ],
  { drifts: [DRIFT] },
)

type Asked = { readonly from: number; readonly to: number }

/** A worker that knows this of any week, or only of the one that it is asked for first. */
function draw(seen: WeekSeen | null, tickets: WeekTickets | null = sampleWeekTickets()) {
  const asked = vi.fn<(week: Asked) => void>()
  const ask: Ask = (question) => {
    const { about } = question
    if (about === 'week') {
      asked({ from: question.from, to: question.to })
      return Promise.resolve({ about, found: seen && { ...seen, from: question.from, to: question.to } })
    }
    if (about === 'week-tickets') return Promise.resolve({ about, found: tickets })
    throw new Error(`asked about ${about}`)
  }
  const page: TestScreen = testScreen({ ask })
  renderWith(
    page,
    <QueryClientProvider client={createQueries()}>
      <WeekView timeZone="Europe/Paris" now={NOW} />
    </QueryClientProvider>,
  )
  return { page, asked }
}

/** The lines of the table. */
async function lines(): Promise<readonly string[]> {
  const table = await screen.findByRole('region', { name: 'Services of the week, the least available first' })
  return within(table)
    .getAllByRole('row')
    .map((row) => [...row.children].map(({ textContent }) => textContent).join('|'))
}

describe('WeekView', () => {
  it('tells services that there is something to say of, and the others in one line', async () => {
    draw(BAD)
    expect(await lines()).toEqual([
      'Service|Not red|of seen|Red|times|Orange|Deploys|then red|Drifts caught',
      'orders|96.8 %|32 h|1 h|2|0|3|1|1 of 1',
      'billing|100 %|31 h|0|0|24 min|0 +1 unseen|0|0',
      'new|–|12 min|0|0|0|0|0|0',
      'never|–|0 min|–|–|–|0|0|0',
    ])
    const well = screen.getByRole('region', { name: '2 services' })
    expect(well.textContent.trim()).toBe(
      '2 services never seen red or orange in 29 h to 31 h, neither deployed nor drifting:mailsearch',
    )
    expect(within(well).getByRole('link', { name: 'mail' }).getAttribute('href')).toBe('#/s/mail')
  })

  it('says how much was seen, and what each number rests on', async () => {
    draw(BAD)
    await lines()
    expect(screen.getByText('1 of 5 services was seen red: orders 96.8 %')).toBeTruthy()
    expect(screen.getByText('· seen 31 h of 168 h')).toBeTruthy()
    expect(screen.getByRole('img', { name: /^Watched in 5 stretches, 31 h of 168 h in all/ })).toBeTruthy()
    const figures = screen.getAllByRole('term').map(({ parentElement }) => parentElement?.textContent)
    expect(figures).toEqual([
      'Watched31 hof 168 h, 5 gaps',
      'Time to acknowledge4 minmedian of 6',
      'Time to restore1 h 10 minmedian of 5',
      'Limits broken27 tickets',
      'Deploys31 of 3 followed by red, 1 more seen only afterwards',
      'Drifts11 ended before its limit',
    ])
    expect(screen.getByText('Left out: 1 merged into another, 2 false alarms.')).toBeTruthy()
  })

  it('tells drifts in their words, and leads to how the service stood then', async () => {
    draw(BAD)
    const drifts = await screen.findByRole('region', { name: 'Drifts' })
    expect(within(drifts).getByText(DRIFT.text)).toBeTruthy()
    expect(within(drifts).getByText(/^said /)).toBeTruthy()
    expect(within(drifts).getByRole('link').getAttribute('href')).toMatch(/^#\/s\/orders\?at=/)
  })

  it('has no table where there is nothing to say, and never says more than was seen', async () => {
    draw(sampleWeek([sampleService('mail'), sampleService('search')]))
    expect(await screen.findByText('None of 2 services was seen red')).toBeTruthy()
    expect(screen.queryByRole('table')).toBeNull()
    expect(screen.getByText('· seen 31 h of 168 h')).toBeTruthy()
  })

  it('says so where nobody watched', async () => {
    draw(sampleWeek([sampleService('mail', {}, 0)], { watched: [] }))
    expect(await screen.findByText('Nobody watched in this week')).toBeTruthy()
    expect(screen.getByText(/^What nobody watched is counted neither/)).toBeTruthy()
    expect(screen.queryByRole('table')).toBeNull()
    expect(screen.queryByText(/never seen red/)).toBeNull()
  })

  it('goes to the weeks before as far as anything is kept, and back', async () => {
    const { asked } = draw(BAD)
    await lines()
    const earlier = screen.getByRole<HTMLButtonElement>('button', { name: 'Earlier week' })
    const later = screen.getByRole<HTMLButtonElement>('button', { name: 'Later week' })
    expect(later.disabled).toBe(true)
    expect(asked).toHaveBeenLastCalledWith({ from: NOW - days(7), to: NOW })
    for (const _ of [1, 2, 3]) fireEvent.click(earlier)
    expect(await screen.findByRole('heading', { name: 'Three weeks before' })).toBeTruthy()
    expect(asked).toHaveBeenLastCalledWith({ from: NOW - days(28), to: NOW - days(21) })
    expect(location.hash).toContain('week=3')
    expect(earlier.disabled).toBe(true)
    fireEvent.click(later)
    expect(await screen.findByRole('heading', { name: 'Two weeks before' })).toBeTruthy()
  })

  it('tells what it can where the board does not answer', async () => {
    draw(BAD, null)
    expect(await lines()).toHaveLength(5)
    expect(screen.getAllByText('the board does not answer')).toHaveLength(3)
  })

  it('says so where the watch does not answer', async () => {
    const { page } = draw(null)
    act(() => page.wait(seconds(11)))
    expect(await screen.findByText(/^The watch does not answer/)).toBeTruthy()
  })

  it('saves the week as CSV', async () => {
    const names: string[] = []
    URL.createObjectURL = () => 'blob:x'
    URL.revokeObjectURL = () => {}
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      names.push(this.download)
    })
    draw(BAD)
    fireEvent.click(await screen.findByRole('button', { name: 'Week as CSV' }))
    expect(names).toEqual(['week-2024-11-14-2024-11-21.csv'])
    expect(screen.getByText('Saved as week-2024-11-14-2024-11-21.csv.')).toBeTruthy()
  })
})
