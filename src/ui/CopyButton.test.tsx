import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { CopyButton } from './CopyButton.tsx'

function give(clipboard: unknown): void {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard })
}

afterEach(() => {
  cleanup()
  give(undefined)
})

const draw = () => render(<CopyButton text="orders-1" label="Copy the name" done="orders-1 is copied" />)

describe('CopyButton', () => {
  it('copies, and says so to who does not see it', async () => {
    const copied: string[] = []
    give({ writeText: (text: string) => Promise.resolve(void copied.push(text)) })
    draw()
    expect(screen.getByRole('status').textContent).toBe('')
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Copy the name' }))
    })
    expect(copied).toEqual(['orders-1'])
    expect(screen.getByRole('status').textContent).toBe('orders-1 is copied')
  })

  it('says nothing when the browser refuses', async () => {
    give({ writeText: () => Promise.reject(new Error('denied')) })
    draw()
    await act(async () => {
      fireEvent.click(screen.getByRole('button'))
    })
    expect(screen.getByRole('status').textContent).toBe('')
  })

  it('is not there without a clipboard', () => {
    draw()
    expect(screen.queryByRole('button')).toBeNull()
  })
})
