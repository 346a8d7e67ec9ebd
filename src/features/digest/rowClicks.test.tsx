import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sampleRow, silentPod } from '#src/state/testing/sampleRow.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { testScreen } from '#src/state/testing/testScreen.ts'
import { DigestScreen } from './DigestScreen.tsx'

// A row's panel comes in a chunk of its own, which takes a while to be read for the first time.
beforeAll(() => import('./RowPanel.tsx'), 60_000)

function draw(): HTMLElement {
  const page = testScreen()
  const links = { runbook: 'https://wiki.example.org/orders', dashboard: null, logs: null, channel: null }
  page.show([sampleRow('orders', 'red', { reasons: [silentPod('orders-1')], links }), sampleRow('mailer')])
  renderWith(page, <DigestScreen />)
  return screen.getByRole('article', { name: 'orders' })
}

const isOpen = (): boolean =>
  screen.getByRole('button', { name: 'orders, ACT' }).getAttribute('aria-expanded') === 'true'

afterEach(() => document.getSelection()?.removeAllRanges())

describe('a click on a row', () => {
  it('opens and closes it, wherever it falls', () => {
    const row = draw()
    fireEvent.click(screen.getByText(/timed out after 2 s/))
    expect(isOpen()).toBe(true)
    fireEvent.click(row)
    expect(isOpen()).toBe(false)
    expect(location.hash).toBe('#/')
  })

  it('that ended a selection of its text does not', () => {
    const row = draw()
    const version = row.querySelector('p span')
    if (version !== null) document.getSelection()?.selectAllChildren(version)
    fireEvent.pointerDown(row, { clientX: 10, clientY: 10 })
    fireEvent.click(row, { detail: 1, clientX: 40, clientY: 10 })
    expect(isOpen()).toBe(false)
  })

  it('in text that was selected before opens it', () => {
    const row = draw()
    const version = row.querySelector('p span')
    if (version !== null) document.getSelection()?.selectAllChildren(version)
    fireEvent.pointerDown(row, { clientX: 10, clientY: 10 })
    fireEvent.click(row, { detail: 1, clientX: 11, clientY: 10 })
    expect(isOpen()).toBe(true)
  })

  it('opens it although text elsewhere is selected', () => {
    const row = draw()
    document.getSelection()?.selectAllChildren(screen.getByRole('contentinfo'))
    fireEvent.click(row, { detail: 1, clientX: 40 })
    expect(isOpen()).toBe(true)
  })

  it('that is the second of two, which selects a word, leaves it', () => {
    const row = draw()
    fireEvent.click(row, { detail: 1 })
    fireEvent.click(row, { detail: 2 })
    expect(isOpen()).toBe(true)
  })

  it('on a link is the link’s', () => {
    draw()
    fireEvent.click(screen.getByRole('link', { name: 'Runbook' }))
    expect(isOpen()).toBe(false)
  })

  it('in the open panel leaves it open', async () => {
    fireEvent.click(draw())
    fireEvent.click(await screen.findByText('The fleet file names no service orders any more.'))
    expect(isOpen()).toBe(true)
  })
})

describe('steps that Back undoes', () => {
  it('are opening, closing, filtering and a search as a whole', () => {
    const row = draw()
    const before = history.length
    const steps = (): number => history.length - before
    act(() => row.click())
    expect(steps()).toBe(1)
    fireEvent.click(screen.getByRole('button', { name: /^1\s*OK$/ }))
    expect(steps()).toBe(2)
    for (const value of ['o', 'or', 'ord']) {
      fireEvent.change(screen.getByRole('searchbox'), { target: { value } })
    }
    expect(steps()).toBe(3)
    expect(location.hash).toBe('#/?open=orders&show=green&find=ord')
  })
})
