import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CopyLink } from './CopyLink.tsx'

function give(clipboard: unknown): void {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard })
}

beforeEach(() => history.replaceState(null, '', '/#/s/orders?range=6h'))

afterEach(() => {
  cleanup()
  give(undefined)
})

const press = (): Promise<void> => act(async () => void fireEvent.click(screen.getByRole('button')))

/** What is said to who cannot see the button. */
const said = (): string | null | undefined => document.querySelector('[aria-live="polite"]')?.textContent

describe('CopyLink', () => {
  it('copies the address as it is when it is pressed, and says so', async () => {
    const copied: string[] = []
    give({ writeText: (text: string) => Promise.resolve(void copied.push(text)) })
    render(<CopyLink />)
    expect(said()).toBe('')
    history.replaceState(null, '', '/#/s/orders?range=7d')
    await press()
    expect(copied).toEqual([`${location.origin}/#/s/orders?range=7d`])
    expect(said()).toBe('The link is copied')
    fireEvent.blur(screen.getByRole('button'))
    expect(said()).toBe('')
  })

  it.each([
    { name: 'there is no clipboard', clipboard: undefined },
    { name: 'the browser refuses', clipboard: { writeText: () => Promise.reject(new Error('denied')) } },
  ])('shows the address, selected, where $name', async ({ clipboard }) => {
    give(clipboard)
    render(<CopyLink label="Copy" />)
    await press()
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Copy this address' })
    expect(field.value).toBe(`${location.origin}/#/s/orders?range=6h`)
    expect(document.activeElement).toBe(field)
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, field.value.length])
    expect(said()).toBe('')
    fireEvent.blur(field)
    expect(screen.queryByRole('textbox')).toBeNull()
  })
})
