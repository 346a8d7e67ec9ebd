import { act, fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { NOW, sampleRow } from '#src/state/testing/sampleRow.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { testScreen } from '#src/state/testing/testScreen.ts'
import { DigestScreen } from './DigestScreen.tsx'

const ROWS = ['orders', 'mailer', 'billing'].map((name) => sampleRow(name))

/** Opens the page at an address, with every row that far below the window's top; what came into view. */
function arrive(hash: string, top: number) {
  history.replaceState(null, '', hash)
  const seen: (string | null)[] = []
  Element.prototype.getBoundingClientRect = () => new DOMRect(0, top, 100, 52)
  Element.prototype.scrollIntoView = function scrollIntoView(this: Element) {
    seen.push(this.getAttribute('aria-label'))
  }
  const page = testScreen()
  renderWith(page, <DigestScreen />)
  return { page, seen }
}

describe('an address that opens a row', () => {
  it('brings it into view once, as soon as it exists', () => {
    const { page, seen } = arrive('#/?open=billing,orders', 5000)
    expect(seen).toEqual([])
    act(() => page.show(ROWS))
    expect(seen).toEqual(['billing'])
    act(() => page.show(ROWS.map((row) => ({ ...row, since: NOW + 1 }))))
    expect(seen).toEqual(['billing'])
  })

  it('leaves the page alone where the row is in view', () => {
    const { page, seen } = arrive('#/?open=billing', 200)
    act(() => page.show(ROWS))
    expect(seen).toEqual([])
  })

  it('leaves the page alone when a row is opened by hand', () => {
    const { page, seen } = arrive('#/', 5000)
    act(() => page.show(ROWS))
    fireEvent.click(screen.getByRole('button', { name: 'billing, OK' }))
    expect(seen).toEqual([])
  })
})

describe('an address that opens a name the fleet does not have', () => {
  it('says so, with links to the nearest in its place', () => {
    const { page } = arrive('#/?show=green&open=bill,mailer', 0)
    expect(screen.queryByText(/The fleet has no service/)).toBeNull()
    act(() => page.show(ROWS))
    expect(screen.getByText('The fleet has no service “bill”')).toBeTruthy()
    const link = screen.getByRole('link', { name: 'billing' })
    expect(link.getAttribute('href')).toBe('#/?show=green&open=billing,mailer')
    fireEvent.click(screen.getByRole('button', { name: 'Leave it out' }))
    expect(location.hash).toBe('#/?show=green&open=mailer')
    expect(screen.queryByText(/The fleet has no service/)).toBeNull()
  })
})
