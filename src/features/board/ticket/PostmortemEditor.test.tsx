import { act, fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { drawOver, liveDesk, type LiveDesk } from '#src/features/board/testing/liveDesk.ts'
import { eventOf } from '#src/domain/ticket/testing/events.ts'
import { chartPin, logPin } from '#src/domain/ticket/testing/pins.ts'
import type { Why } from '#src/domain/ticket/why.ts'
import { gatedDesk } from '#src/state/testing/gatedDesk.ts'
import { NOW } from '#src/state/testing/sampleRow.ts'
import { TicketScreen } from './TicketScreen.tsx'

let desk: LiveDesk

beforeEach(() => {
  desk = liveDesk()
  desk.page.preferences.setState({ name: 'Anna' })
  desk.open('AAAAA')
})

const saved = (whys: readonly Why[], id: string): void =>
  desk.add(
    eventOf('postmortem', { whys, markdown: '' }, { ticket: 'AAAAA', actor: 'boris', at: NOW - 1, id }),
  )

/** Opens the page of the ticket, as if it was not open before. */
async function draw(): Promise<void> {
  document.body.replaceChildren()
  history.replaceState(null, '', '/#/t/AAAAA')
  desk.show()
  await act(async () => drawOver(desk, TicketScreen))
}

const why = (n: number) => screen.getByLabelText<HTMLInputElement>(`Why ${n}`)
const write = (n: number, value: string): void => void fireEvent.change(why(n), { target: { value } })
const markdown = () => screen.getByLabelText<HTMLTextAreaElement>('Markdown')
const click = (name: string | RegExp): Promise<void> =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))

describe('pins of a post-mortem', () => {
  it('are drawn and told, lead to their view, and are taken off', async () => {
    saved([{ answer: 'it grew', evidence: '', pins: [chartPin(), logPin({ link: '' })] }], 'p1')
    await draw()
    const pins = within(screen.getByRole('list', { name: 'Pinned to why 1' }))
    expect(pins.getByRole('link').getAttribute('href')).toBe(chartPin().link)
    expect(pins.getByRole('link').querySelector('svg')).not.toBeNull()
    expect(pins.getAllByRole('listitem')[1]?.textContent).toContain(logPin().text)
    await click(/^Take off: memory/)
    expect(document.activeElement).toBe(why(1))
    await click(/Save the whys/)
    expect(desk.ticket('AAAAA').whys).toEqual([
      { answer: 'it grew', evidence: '', pins: [logPin({ link: '' })] },
    ])
  })

  it('are worth saving without an answer', async () => {
    saved([{ answer: 'x', evidence: '', pins: [logPin()] }], 'p1')
    await draw()
    write(1, '')
    await click(/Save the whys/)
    expect(desk.ticket('AAAAA').whys).toEqual([{ answer: '', evidence: '', pins: [logPin()] }])
  })
})

describe('what is not saved', () => {
  it('is there again after the page was left, until it is saved', async () => {
    await draw()
    write(1, 'the disk was full')
    fireEvent.change(markdown(), { target: { value: '# Ours' } })
    await draw()
    expect(why(1).value).toBe('the disk was full')
    expect(markdown().value).toBe('# Ours')
    expect(screen.getByText(/written here before and not saved\./)).toBeDefined()
    await click(/Save the whys/)
    expect(desk.ticket('AAAAA')).toMatchObject({ postmortem: '# Ours' })
    await draw()
    expect(screen.queryByText(/written here before/)).toBeNull()
  })

  it('is thrown away when a person says so', async () => {
    await draw()
    write(1, 'mine')
    await draw()
    await click(/^Throw it away/)
    expect(why(1).value).toBe('')
    await draw()
    expect(why(1).value).toBe('')
  })

  it('stays when it was written while the rest was being saved, and is nobody else’s', async () => {
    const gated = gatedDesk(desk.page.desk)
    Object.assign(desk.page, { desk: gated.desk })
    await draw()
    write(1, 'the disk was full')
    await click(/Save the whys/)
    write(2, 'nobody cleans it')
    await act(async () => gated.letGo())
    expect(desk.ticket('AAAAA').whys).toEqual([{ answer: 'the disk was full', evidence: '' }])
    expect(why(2).value).toBe('nobody cleans it')
    expect(screen.queryByText(/somebody saved another text/)).toBeNull()
    await click(/Save the whys/)
    expect(desk.ticket('AAAAA').whys).toHaveLength(2)
    await draw()
    expect(screen.queryByText(/written here before/)).toBeNull()
  })

  it('is there again, with a warning, where the browser stores nothing', async () => {
    Object.assign(desk.page, { storage: { read: () => null, write: () => {}, remove: () => {} } })
    await draw()
    write(1, 'mine')
    expect(screen.getByText(/lives until this page is closed/)).toBeDefined()
    await draw()
    expect(why(1).value).toBe('mine')
    await click(/Save the whys/)
    expect(screen.queryByText(/lives until this page is closed/)).toBeNull()
  })

  it('says that somebody else saved meanwhile', async () => {
    await draw()
    write(1, 'mine')
    expect(screen.queryByText(/somebody saved another text/)).toBeNull()
    await act(async () => saved([{ answer: 'theirs', evidence: '' }], 'p2'))
    expect(screen.getByText(/somebody saved another text/)).toBeDefined()
    expect(why(1).value).toBe('mine')
    await click(/^Throw it away/)
    expect(why(1).value).toBe('theirs')
  })
})
