import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { FormDialog } from './FormDialog.tsx'
import type { FormField } from './FormFields.tsx'

const FIELDS: readonly FormField[] = [
  { kind: 'text', name: 'note', label: 'Note', value: 'as it came' },
  { kind: 'line', name: 'cause', label: 'Cause' },
  { kind: 'secret', name: 'password', label: 'Password' },
]

afterEach(cleanup)

const draw = (title: string, answer: string | null = null) =>
  render(
    <FormDialog
      title={title}
      fields={FIELDS}
      okLabel="Send"
      cancelLabel="Cancel"
      onSend={() => Promise.resolve(answer)}
      onClose={() => undefined}
    />,
  )

const valueOf = (label: string): string => screen.getByLabelText<HTMLInputElement>(label).value

const type = (label: string, value: string): void =>
  void fireEvent.input(screen.getByLabelText(label), { target: { value } })

const send = (): Promise<void> => act(async () => void fireEvent.click(screen.getByText('Send')))

describe('FormDialog', () => {
  it('comes up again with what was typed and not sent, but for a password', () => {
    const { unmount } = draw('Hand over P1-7')
    type('Cause', 'the disk')
    type('Password', 'secret')
    unmount()
    draw('Hand over P1-7')
    expect(['Note', 'Cause', 'Password'].map(valueOf)).toEqual(['as it came', 'the disk', ''])
  })

  it('is another for another ticket', () => {
    draw('Hand over P1-8')
    expect(valueOf('Cause')).toBe('')
  })

  it('is empty again once it was sent', async () => {
    const { unmount } = draw('Resolve P1-7')
    type('Cause', 'the disk')
    await send()
    unmount()
    draw('Resolve P1-7')
    expect(valueOf('Cause')).toBe('')
  })

  it('keeps what was refused', async () => {
    const { unmount } = draw('Merge P1-7', 'there is no such ticket')
    type('Cause', 'P1-99')
    await send()
    expect(screen.getByRole('alert', { hidden: true }).textContent).toBe('there is no such ticket')
    unmount()
    draw('Merge P1-7')
    expect(valueOf('Cause')).toBe('P1-99')
  })

  it('comes as it was where what was typed was taken back', () => {
    const { unmount } = draw('Rename P1-7')
    type('Note', 'other')
    type('Note', 'as it came')
    unmount()
    draw('Rename P1-7')
    expect(valueOf('Note')).toBe('as it came')
  })
})
