import { act, fireEvent, screen as dom } from '@testing-library/react'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { LoggedEvent } from '#src/domain/ticket/ticketEvent.ts'
import { openedWith } from '#src/domain/ticket/testing/events.ts'
import { englishReach } from '#src/domain/wording/englishReach.ts'
import type { DeskActions } from '#src/state/deskActions.ts'
import { idleDesk } from '#src/state/testing/idleDesk.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { sampleRow } from '#src/state/testing/sampleRow.ts'
import { testScreen } from '#src/state/testing/testScreen.ts'
import { TicketFile } from './TicketFile.tsx'

function draw(own: Partial<DeskActions>): void {
  const page = testScreen({ desk: { ...idleDesk, ...own } })
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

describe('the tickets as a file', () => {
  it.each([
    {
      text: '{"v":1}\n{"v":2}\n',
      answer: { ok: true, value: 1 },
      says: '1 of 2 entries were new and are added.',
    },
    { text: '[{"v":1}]', answer: { ok: true, value: 0 }, says: 'Nothing was new among 1 entries.' },
    {
      text: '{"v":1}',
      answer: { ok: false, error: 'v is missing' },
      says: 'Nothing was added: v is missing.',
    },
    { text: '{"v":1}', answer: null, says: englishReach.store.notNow },
    { text: '{"v":1}\nno', answer: null, says: 'Line 2 is no JSON.' },
    { text: '', answer: null, says: englishReach.file.empty },
  ] as const)('$says', async ({ text, answer, says }) => {
    draw({ importTickets: () => Promise.resolve(answer) })
    await choose(text)
    expect(dom.getByRole('region').textContent).toContain(says)
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
