import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { PartBoundary, type PartFault } from './PartBoundary.tsx'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const Line = ({ message, onRetry }: PartFault) => (
  <button type="button" onClick={onRetry}>
    {message}
  </button>
)

it('keeps a fault inside one part, and draws that again on request', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  let broken = true
  const Part = () => {
    if (broken) throw new Error('rows is undefined')
    return <p>part</p>
  }
  render(
    <main>
      <h1>page</h1>
      <PartBoundary fallback={Line}>
        <Part />
      </PartBoundary>
    </main>,
  )
  expect(screen.getByRole('heading').textContent).toBe('page')
  broken = false
  fireEvent.click(screen.getByRole('button', { name: 'rows is undefined' }))
  expect(screen.getByText('part')).toBeTruthy()
})
