import { act, fireEvent, screen } from '@testing-library/react'
import { useLayoutEffect } from 'react'
import { describe, expect, it } from 'vitest'
import { sampleRow, sampleStrip, silentPod } from '#src/state/testing/sampleRow.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { type TestScreen, testScreen } from '#src/state/testing/testScreen.ts'
import { DigestScreen } from './DigestScreen.tsx'

function draw(): TestScreen {
  const page = testScreen()
  page.show([
    sampleRow('orders', 'red', { reasons: [silentPod('orders-1')] }),
    sampleRow('catalog'),
    sampleRow('mailer'),
  ])
  renderWith(page, <DigestScreen />)
  return page
}

const press = (key: string, init: object = {}): boolean =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...init })

const here = (): string | undefined =>
  document.activeElement instanceof HTMLElement ? document.activeElement.dataset.row : undefined

/** Puts the keyboard into the box that filters. */
function find(): HTMLElement {
  const box = screen.getByRole('searchbox')
  act(() => box.focus())
  return box
}

describe('the keyboard', () => {
  it('goes through the services with j and k, over the borders of sections', () => {
    draw()
    const visited = ['j', 'j', 'j', 'j', 'k'].map((key) => {
      press(key)
      return here()
    })
    expect(visited).toEqual(['orders', 'catalog', 'mailer', 'mailer', 'catalog'])
  })

  it('begins at the end with k', () => {
    draw()
    press('k')
    expect(here()).toBe('mailer')
  })

  it('leaves the arrows to the page until it stands on a service', () => {
    draw()
    expect(press('ArrowDown')).toBe(true)
    expect(here()).toBeUndefined()
    press('j')
    expect(press('ArrowDown')).toBe(false)
    expect(here()).toBe('catalog')
  })

  it('closes an open service with Esc and stays on it', () => {
    draw()
    press('j')
    fireEvent.click(screen.getByRole('button', { name: 'orders, ACT' }))
    press('Escape')
    expect(screen.getByRole('button', { name: 'orders, ACT' }).getAttribute('aria-expanded')).toBe('false')
    expect(here()).toBe('orders')
  })

  it('finds in the box, clears with Esc, and leaves with Esc again', () => {
    draw()
    const box = find()
    fireEvent.change(box, { target: { value: 'mail' } })
    press('j')
    expect(document.activeElement).toBe(box)
    press('Escape')
    expect(screen.getAllByRole('article')).toHaveLength(3)
    expect(document.activeElement).toBe(box)
    press('Escape')
    expect(document.activeElement).toBe(document.body)
  })

  it('opens the first service that was found with Enter, and stands on it', () => {
    draw()
    fireEvent.change(find(), { target: { value: 'mail' } })
    press('Enter')
    expect(here()).toBe('mailer')
    expect(screen.getByRole('button', { name: 'mailer, OK' }).getAttribute('aria-expanded')).toBe('true')
    find()
    press('Enter')
    expect(location.hash).toBe('#/?find=mail&open=mailer')
  })

  it('opens nothing with Enter where nothing is looked for or found', () => {
    draw()
    find()
    press('Enter')
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'no such' } })
    press('Enter')
    expect(location.hash).toBe('#/?find=no+such')
  })

  it('goes from the box among the services with ↓', () => {
    draw()
    find()
    press('ArrowDown')
    expect(here()).toBe('orders')
    press('ArrowDown')
    expect(here()).toBe('catalog')
  })

  it('chooses lights with 1 to 4, and all with 0', () => {
    draw()
    press('1')
    expect(screen.getAllByRole('article').map((row) => row.getAttribute('aria-label'))).toEqual(['orders'])
    press('4')
    expect(screen.getAllByRole('article')).toHaveLength(3)
    press('0')
    expect(location.hash).toBe('#/')
  })

  it('keeps out of the way of the browser’s own keys', () => {
    draw()
    press('j', { ctrlKey: true })
    press('1', { metaKey: true })
    expect(here()).toBeUndefined()
    expect(location.hash).toBe('')
  })

  it.each([
    { key: 's', expected: '#/s/orders' },
    { key: 'd', expected: '#/s/orders/p/orders-1' },
  ])('leaves for $expected with $key', ({ key, expected }) => {
    draw()
    expect(press(key)).toBe(true)
    press('j')
    expect(press(key)).toBe(false)
    expect(location.hash).toBe(expected)
  })

  it('shows its keys with ?, where single letters can be switched off', () => {
    draw()
    press('?')
    const dialog = screen.getByRole('dialog', { name: 'Keys' })
    expect(dialog.hasAttribute('open')).toBe(true)
    fireEvent.click(screen.getByRole('checkbox'))
    fireEvent.click(screen.getByRole('button', { name: 'Close' }))
    press('j')
    expect(here()).toBeUndefined()
  })
})

/** Somebody who acts when the rows are seen, before anything that waits for them to be painted. */
function Fast({ acts }: { readonly acts: () => void }) {
  useLayoutEffect(() => {
    acts()
  }, [acts])
  return null
}

it.each([
  { what: 'j', acts: () => press('j'), meets: '[data-row="orders"]:focus' },
  {
    what: 'a click',
    acts: () => fireEvent.click(screen.getByText('orders', { selector: 'h3' })),
    meets: '[aria-expanded="true"]',
  },
])('$what counts from the moment that the rows are seen', ({ acts, meets }) => {
  const page = testScreen()
  page.show([sampleRow('orders')])
  renderWith(
    page,
    <>
      <DigestScreen />
      <Fast acts={acts} />
    </>,
  )
  expect(document.querySelector(meets)).not.toBeNull()
})

/** The service is well from now on: its row is drawn anew, further down. */
function recover(page: TestScreen, name: string): void {
  const well = sampleRow(name)
  act(() => page.say({ kind: 'digest', full: false, rows: [well], gone: [], strip: sampleStrip([well]) }))
}

const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name })

describe('the focus', () => {
  it('stays on a service whose row moves to another section', () => {
    const page = draw()
    press('j')
    recover(page, 'orders')
    expect(button('orders, OK')).toBe(document.activeElement)
    press('k')
    expect(here()).toBe('mailer')
  })

  it('goes to the button of the row that moves, from elsewhere in it', () => {
    const page = draw()
    act(() => button(/orders-1/).focus())
    expect(here()).toBeUndefined()
    recover(page, 'orders')
    expect(here()).toBe('orders')
  })

  it('stays on a row that was pressed while the keyboard stood there', () => {
    const page = draw()
    press('j')
    fireEvent.pointerDown(button('orders, ACT'))
    recover(page, 'orders')
    expect(here()).toBe('orders')
  })

  it('comes back from a window to the row that moved meanwhile', () => {
    const page = draw()
    press('j')
    press('?')
    act(() => button('Close').focus())
    recover(page, 'orders')
    fireEvent.click(button('Close'))
    act(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined))
    recover(page, 'mailer')
    expect(here()).toBe('orders')
  })

  it('is not taken from somewhere else', async () => {
    const page = draw()
    press('j')
    await act(async () => button('orders, ACT').blur())
    recover(page, 'orders')
    expect(document.activeElement).toBe(document.body)
  })
})
