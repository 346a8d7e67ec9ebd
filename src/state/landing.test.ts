import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { followScreens } from './landing.ts'

let stop: () => void

beforeEach(() => {
  history.replaceState(null, '', '/')
  document.body.innerHTML = '<main><h1>Digest</h1><button>orders</button></main>'
  document.querySelector('button')?.focus()
  stop = followScreens()
})
afterEach(() => stop())

function goTo(hash: string): void {
  history.pushState(null, '', hash)
  dispatchEvent(new HashChangeEvent('hashchange'))
}

/** Draws a screen, and lets whoever looks at the page see it. */
async function draw(html: string): Promise<void> {
  document.body.innerHTML = html
  await Promise.resolve()
}

const here = (): string | null | undefined => document.activeElement?.textContent

describe('followScreens', () => {
  it('leads the keyboard to the heading of the next screen', async () => {
    goTo('#/board')
    await draw('<p>loading</p>')
    expect(document.activeElement).toBe(document.body)
    await draw('<h1>Board</h1>')
    expect(here()).toBe('Board')
    document.querySelector('h1')?.blur()
    expect(document.querySelector('h1')?.hasAttribute('tabindex')).toBe(false)
  })

  it('stays on a heading that is drawn anew when more is known', async () => {
    goTo('#/s/orders')
    await draw('<h1>orders</h1>')
    await draw('<header><h1>orders</h1></header>')
    expect(here()).toBe('orders')
  })

  it('leads there as well when that is drawn before it is told of', async () => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await draw('<h1>Board</h1>')
    goTo('#/board')
    expect(here()).toBe('Board')
  })

  it('leaves it where the next screen puts it', async () => {
    goTo('#/rules')
    document.body.innerHTML = '<h1>Rules</h1><h2 tabindex="-1">Drift</h2>'
    document.querySelector('h2')?.focus()
    await Promise.resolve()
    expect(here()).toBe('Drift')
  })

  it('does nothing within a screen', async () => {
    goTo('#/?open=orders')
    await draw('<h1>Digest again</h1>')
    expect(document.activeElement).toBe(document.body)
  })

  it('is called off by a key', async () => {
    goTo('#/board')
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))
    await draw('<h1>Board</h1>')
    expect(document.activeElement).toBe(document.body)
  })
})
