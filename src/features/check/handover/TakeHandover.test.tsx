import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Handover, handoverOf, handoverText } from '#src/domain/report/handover.ts'
import { reportJson } from '#src/domain/report/reportFile.ts'
import type { Result } from '#src/domain/result.ts'
import type { ImportPreview } from '#src/domain/ticket/importPreview.ts'
import { hours } from '#src/domain/time/units.ts'
import { drawReport } from '#src/features/check/report/makeReport.ts'
import { sampleCheck, sampleItem } from '#src/features/check/testing/sampleCheck.ts'
import type { Ask } from '#src/state/checkActions.ts'
import type { DeskActions } from '#src/state/deskActions.ts'
import { idleDesk } from '#src/state/testing/idleDesk.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { NOW } from '#src/state/testing/sampleRow.ts'
import { sampleDesk } from '#src/state/testing/sampleTicket.ts'
import { testScreen } from '#src/state/testing/testScreen.ts'
import { runBegan } from './makeHandover.ts'
import { TakeHandover } from './TakeHandover.tsx'

const REPORT = drawReport(testScreen(), sampleCheck([sampleItem('orders')]), null, null)
const HANDOVER: Handover = handoverOf(REPORT, [], {
  by: 'Anna <b>',
  note: 'mind the queue',
  at: NOW,
  board: 'run',
})

const PREVIEW: ImportPreview = {
  events: 5,
  known: 2,
  newTickets: [{ code: 'T-AAAAA', title: 'orders fails' }],
  moreOf: [],
  signOffs: [{ by: 'Anna', at: NOW }],
  watches: [],
}

const part = (): string => document.querySelector('section')?.textContent ?? ''

async function choose(
  text: string,
  preview: Result<ImportPreview, string> = { ok: true, value: PREVIEW },
  fleet = 'Sample shop',
) {
  const taken: (readonly unknown[])[] = []
  const importTickets: DeskActions['importTickets'] = (events) => {
    taken.push(events)
    return Promise.resolve({ ok: true, value: 3 })
  }
  const ask: Ask = ({ about }) =>
    Promise.resolve(about === 'preview-import' ? { about, found: preview } : { about, found: null })
  const page = testScreen({ ask, desk: { ...idleDesk, importTickets } })
  page.board.setState({ desk: sampleDesk() })
  renderWith(page, <TakeHandover fleet={fleet} />)
  const file = new File([text], 'handover.json')
  fireEvent.change(screen.getByLabelText('Choose a file'), { target: { files: [file] } })
  await waitFor(() => expect(screen.queryByText('Reading the file')).toBeNull())
  return { taken, says: part }
}

describe('taking over', () => {
  it('shows whose it is and what it would add, takes nothing before, and says how much was new', async () => {
    const { taken, says } = await choose(handoverText(HANDOVER))
    expect(says()).toContain('Handover of Anna <b>')
    expect(says()).toContain('mind the queue')
    expect(says()).toContain('1 ticketT-AAAAA orders fails')
    expect(taken).toEqual([])
    await act(async () => fireEvent.click(screen.getByText('Take it')))
    expect(taken).toEqual([[]])
    expect(says()).toContain('3 events taken.')
  })

  it('says that nothing of it is new', async () => {
    const { says } = await choose(handoverText(HANDOVER), { ok: true, value: { ...PREVIEW, known: 5 } })
    expect(says()).toContain('Nothing: all of it is here already.')
  })

  it('of another board is read, never taken', async () => {
    const { says } = await choose(handoverText({ ...HANDOVER, board: 'pay' }))
    expect(says()).toContain('It is for the board “pay” of Sample shop, this is the board “run”')
    expect(says()).toContain('mind the queue')
    expect(screen.queryByText(/^Take /, { selector: 'button' })).toBeNull()
  })

  it('of another fleet whose board is called the same is taken by a button that says so', async () => {
    const { says, taken } = await choose(handoverText(HANDOVER), undefined, 'Payments')
    expect(says()).toContain('It was made for Sample shop, this is Payments.')
    expect(screen.queryByText('Take it')).toBeNull()
    await act(async () => fireEvent.click(screen.getByText('Take the log of Sample shop all the same')))
    expect(taken).toEqual([[]])
  })

  const faulty = [
    { name: 'what is no JSON', text: '{"format":', expected: /line 1/ },
    { name: 'JSON of something else', text: '{"a":1}', expected: /neither|no report|not a/ },
    { name: 'a report without a log', text: reportJson(REPORT), expected: /a report without a log/ },
  ]
  it.each(faulty)('$name is told, and nothing can be taken', async ({ text, expected }) => {
    const { says } = await choose(text)
    expect(says()).toMatch(expected)
    expect(screen.queryByText('Take it')).toBeNull()
  })
})

describe('since when a handover tells', () => {
  const rows = [
    { name: 'since the RUN week began', since: NOW - hours(50), expected: NOW - hours(50) },
    { name: 'seven days where no rota tells', since: undefined, expected: NOW - hours(168) },
    {
      name: 'seven days where somebody has it for ever',
      since: NOW - hours(2000),
      expected: NOW - hours(168),
    },
  ]
  it.each(rows)('$name', ({ since, expected }) => {
    expect(runBegan(since === undefined ? {} : { since }, NOW).from).toBe(expected)
  })
})
