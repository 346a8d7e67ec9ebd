import { act, fireEvent, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { closePalette, onPaletteKey, openPalette } from '#src/state/palette.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { sampleRow } from '#src/state/testing/sampleRow.ts'
import { sampleDesk, sampleTicket } from '#src/state/testing/sampleTicket.ts'
import { type TestScreen, testScreen } from '#src/state/testing/testScreen.ts'
import { PaletteLayer } from './PaletteLayer.tsx'

let page: TestScreen

beforeEach(() => {
  closePalette()
  page = testScreen()
  page.show([sampleRow('orders', 'red'), sampleRow('catalog'), sampleRow('mailer')])
  page.board.setState({
    rows: new Map([['1', sampleTicket('1', { code: 'T-0A7QK', title: 'orders hangs', service: 'orders' })]]),
    desk: sampleDesk(),
  })
})

function draw(): void {
  renderWith(page, <PaletteLayer />)
  act(openPalette)
}

const box = (): HTMLInputElement => screen.getByRole('combobox')
const type = (text: string): boolean => fireEvent.change(box(), { target: { value: text } })
const press = (key: string, init: object = {}): boolean => fireEvent.keyDown(box(), { key, ...init })
const options = (): readonly HTMLElement[] => screen.queryAllByRole('option')
const names = (): readonly (string | null)[] =>
  options().map((option) => option.querySelector('[class*="name"]')?.textContent ?? null)
const chosen = (): string | undefined =>
  options()
    .find((option) => option.getAttribute('aria-selected') === 'true')
    ?.textContent?.trim()

const key = (name: string): boolean => fireEvent.keyDown(document.body, { key: name })

describe('the palette', () => {
  it('goes to what was typed with Enter, and remembers it', () => {
    draw()
    type('ord')
    press('Enter')
    expect(location.hash).toBe('#/s/orders')
    expect(screen.queryByRole('combobox')).toBeNull()
    act(openPalette)
    expect(box().value).toBe('')
    expect(names()[0]).toBe('orders')
  })

  it.each([
    { text: 'orders-2', hash: '#/s/orders/p/orders-2' },
    { text: '0a7', hash: '#/t/T-0A7QK' },
    { text: 'figures', hash: '#/board/figures' },
    { text: 'drifting', hash: '#/rules?rule=drift' },
  ])('leads by “$text” to $hash', ({ text, hash }) => {
    draw()
    type(text)
    press('Enter')
    expect(location.hash).toBe(hash)
  })

  it('is gone through with the arrows, round and round', () => {
    history.replaceState(null, '', '#/rules')
    draw()
    type('orders-')
    const [first, second] = names()
    expect(chosen()).toContain(first)
    press('ArrowDown')
    expect(chosen()).toContain(second)
    expect(box().getAttribute('aria-activedescendant')).toBe(options()[1]?.id)
    press('ArrowUp')
    press('ArrowUp')
    expect(chosen()).toContain(names().at(-1))
  })

  it('tells the light of a service as it is now', () => {
    draw()
    type('catalog')
    expect(options()[0]?.querySelector('[data-light="green"]')).not.toBeNull()
    act(() => page.show([sampleRow('catalog', 'red')]))
    expect(options()[0]?.querySelector('[data-light="red"]')).not.toBeNull()
  })

  it('keeps what was typed when it is closed by Esc', () => {
    draw()
    type('cata')
    fireEvent(screen.getByRole('dialog'), new Event('close'))
    act(closePalette)
    act(openPalette)
    expect(box().value).toBe('cata')
    expect(names()[0]).toBe('catalog')
  })

  it('filters the list of the screen with / or Enter, and says so first', () => {
    history.replaceState(null, '', '#/board')
    renderWith(page, <PaletteLayer />)
    document.body.insertAdjacentHTML('beforeend', '<input type="search" aria-label="find">')
    act(openPalette)
    expect(names()[0]).toBe('Filter this list')
    press('/')
    expect(document.activeElement).toBe(screen.getByLabelText('find'))
    act(openPalette)
    type('late zebra')
    expect(names()).toEqual(['Filter this list by “late zebra”'])
    press('Enter')
    expect(location.hash).toBe('#/board?find=late+zebra')
    screen.getByLabelText('find').remove()
  })

  it('changes the theme, and opens what it finds in a tab', () => {
    const open = vi.spyOn(window, 'open').mockReturnValue(null)
    draw()
    type('dark th')
    press('Enter')
    expect(page.preferences.getState().theme).toBe('dark')
    act(openPalette)
    type('mailer')
    press('Enter', { ctrlKey: true })
    expect(open).toHaveBeenCalledWith('#/s/mailer', '_blank', 'noopener')
    expect(screen.queryByRole('combobox')).not.toBeNull()
    open.mockRestore()
  })

  it('says when nothing is called so', () => {
    history.replaceState(null, '', '#/rules')
    draw()
    type('zebra')
    expect(options()).toEqual([])
    expect(screen.getByText('Nothing is called “zebra”.')).toBeTruthy()
  })
})

describe('its keys', () => {
  it('are Ctrl-K and ⌘K, also where letters are typed, but not in a window', () => {
    const stop = onPaletteKey()
    renderWith(
      page,
      <>
        <PaletteLayer />
        <input aria-label="text" />
        <dialog open>
          <input aria-label="form" />
        </dialog>
      </>,
    )
    expect(fireEvent.keyDown(screen.getByLabelText('form'), { key: 'k', ctrlKey: true })).toBe(true)
    expect(screen.queryByRole('combobox')).toBeNull()
    expect(fireEvent.keyDown(screen.getByLabelText('text'), { key: 'K', metaKey: true })).toBe(false)
    expect(screen.queryByRole('combobox')).not.toBeNull()
    stop()
  })
})

describe('chords and keys of all screens', () => {
  it('goes with two keys, and tells meanwhile which there are', () => {
    renderWith(page, <PaletteLayer />)
    key('g')
    expect(screen.getByText('Go to: a second key')).toBeTruthy()
    key('u')
    expect(screen.queryByText('Go to: a second key')).toBeNull()
    expect(location.hash).toBe('#/rules')
  })

  it('has none where single letters are switched off', () => {
    page.preferences.setState({ singleKeys: false })
    renderWith(page, <PaletteLayer />)
    key('g')
    key('u')
    expect(location.hash).toBe('')
  })

  it('lists the keys of a screen that has no list itself', () => {
    renderWith(page, <PaletteLayer />)
    key('?')
    expect(screen.getByRole('dialog', { name: 'Keys' }).textContent).toContain('to the incident board')
    fireEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('dialog', { name: 'Keys' })).toBeNull()
  })
})
