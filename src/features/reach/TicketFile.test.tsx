import { act, fireEvent, screen as dom } from '@testing-library/react'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { LoggedEvent } from '#src/domain/ticket/ticketEvent.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import type { ImportPreview } from '#src/domain/ticket/importPreview.ts'
import { openedWith } from '#src/domain/ticket/testing/events.ts'
import { englishReach } from '#src/domain/wording/englishReach.ts'
import type { Ask } from '#src/state/checkActions.ts'
import type { DeskActions } from '#src/state/deskActions.ts'
import { idleDesk } from '#src/state/testing/idleDesk.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { sampleRow } from '#src/state/testing/sampleRow.ts'
import { testScreen } from '#src/state/testing/testScreen.ts'
import { TicketFile } from './TicketFile.tsx'

const NEW: ImportPreview = {
  events: 2,
  known: 1,
  newTickets: [{ code: 'T-0A', title: 'orders does not answer' }],
  moreOf: [],
  signOffs: [],
  watches: [],
}

type Found = Result<ImportPreview, string> | null

function draw(own: Partial<DeskActions>, found: Found = ok(NEW)): void {
  const ask: Ask = (question) =>
    question.about === 'preview-import'
      ? Promise.resolve({ about: question.about, found })
      : Promise.reject(new Error('nothing else is asked'))
  const page = testScreen({ desk: { ...idleDesk, ...own }, ask })
  page.show([sampleRow('orders')])
  renderWith(page, <TicketFile />)
}

const settle = () => act(() => new Promise((resolve) => setTimeout(resolve)))

async function choose(text: string): Promise<void> {
  const input = document.querySelector('input[type="file"]')
  if (input === null) throw new Error('there is no field for a file')
  const file = new File([text], 'tickets.jsonl')
  // jsdom's files cannot be read as text.
  Object.defineProperty(file, 'text', { value: () => Promise.resolve(text) })
  fireEvent.change(input, { target: { files: [file] } })
  await settle()
}

async function save(events: readonly LoggedEvent[]): Promise<void> {
  draw({ exportTickets: () => Promise.resolve(events) })
  fireEvent.click(dom.getByRole('button', { name: 'Save all tickets as a file' }))
  await settle()
}

const said = (): string => dom.getByRole('region', { name: 'Tickets as a file' }).textContent

describe('the tickets as a file', () => {
  it.each([
    { answer: ok(1), says: '1 of 2 entries were new and are added.' },
    { answer: ok(0), says: 'Nothing was new among 2 entries.' },
    { answer: err('v is missing'), says: 'Nothing was added: v is missing.' },
    { answer: null, says: englishReach.store.notNow },
  ])('are added once it was seen what that means: $says', async ({ answer, says }) => {
    const importTickets = vi.fn<DeskActions['importTickets']>(() => Promise.resolve(answer))
    draw({ importTickets })
    await choose('{"v":1}\n{"v":2}\n')
    expect(said()).toContain('T-0A orders does not answer')
    expect(importTickets).not.toHaveBeenCalled()
    fireEvent.click(dom.getByRole('button', { name: 'Add them' }))
    await settle()
    expect(said()).toContain(says)
    expect(said()).not.toContain('T-0A')
  })

  it('are left where somebody does not want them after all', async () => {
    const importTickets = vi.fn<DeskActions['importTickets']>(() => Promise.resolve(ok(1)))
    draw({ importTickets })
    await choose('[{"v":1}]')
    fireEvent.click(dom.getByRole('button', { name: 'Do not add them' }))
    expect(said()).toContain('Nothing was added.')
    expect(importTickets).not.toHaveBeenCalled()
  })

  it('are not offered where all of them are here', async () => {
    draw({}, ok({ ...NEW, known: 2, newTickets: [] }))
    await choose('[{"v":1}]')
    expect(said()).toContain('all of it is here already')
    expect(dom.queryByRole('button', { name: 'Add them' })).toBeNull()
  })

  it.each([
    { text: '{"v":1}', found: err('v is missing'), says: 'Nothing was added: v is missing.' },
    { text: '{"v":1}', found: null, says: englishReach.store.notNow },
    { text: '{"v":1}\nno', found: null, says: 'Line 2 is no JSON.' },
    { text: '', found: null, says: englishReach.file.empty },
  ])('that cannot be added are refused: $says', async ({ text, found, says }) => {
    draw({}, found)
    await choose(text)
    expect(said()).toContain(says)
  })

  it('are saved, one entry a line', async () => {
    const blobs: Blob[] = []
    const saved: string[] = []
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      saved.push(this.download)
    })
    const createObjectURL = (blob: Blob): string => {
      blobs.push(blob)
      return 'blob:x'
    }
    // jsdom has no object URLs.
    Object.assign(URL, { createObjectURL, revokeObjectURL: () => undefined })
    onTestFinished(() => click.mockRestore())
    await save([openedWith(), openedWith()])
    const name = 'morning-check-tickets-Sample-shop-2024-11-21.jsonl'
    expect(saved).toEqual([name])
    expect(dom.getByText(new RegExp(`${name} is saved \\(2 entries`))).toBeDefined()
    expect(blobs[0]?.size).toBe(2 * (JSON.stringify(openedWith()).length + 1))
  })

  it('of which there is none are not saved', async () => {
    await save([])
    expect(dom.getByText('There is no ticket to save.')).toBeDefined()
  })
})
