import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CHORD_WAIT, onChord } from './chord.ts'
import { onPageKeys } from './pageKeys.ts'

let done: string[]
let stops: (() => void)[]

beforeEach(() => {
  vi.useFakeTimers()
  done = []
  document.body.replaceChildren()
  const say = (what: string) => () => done.push(what)
  stops = [
    onPageKeys({ t: say('deed t'), d: say('deed d'), j: say('deed j'), Escape: say('leave') }, true),
    onChord({
      first: 'g',
      seconds: { d: say('digest'), b: say('board') },
      onWaiting: (isWaiting) => done.push(isWaiting ? 'waits' : 'waits no more'),
    }),
  ]
})
afterEach(() => {
  for (const stop of stops) stop()
  vi.useRealTimers()
})

function press(keys: readonly string[], init: KeyboardEventInit = {}): void {
  const here = document.querySelector('input') ?? document.body
  for (const key of keys)
    here.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }))
}

describe('onChord', () => {
  it.each([
    { keys: ['g', 'd'], does: ['waits', 'waits no more', 'digest'], why: 'the screen’s own d is not meant' },
    { keys: ['g', 't'], does: ['waits', 'waits no more'], why: 'a letter that leads nowhere does nothing' },
    {
      keys: ['g', 't', 't'],
      does: ['waits', 'waits no more', 'deed t'],
      why: 'the next is the screen’s again',
    },
    { keys: ['g', 'Escape'], does: ['waits', 'waits no more'], why: 'Esc gives up the chord alone' },
    { keys: ['g', 'g', 'b'], does: ['waits', 'waits', 'waits no more', 'board'], why: 'it begins anew' },
    { keys: ['g', 'Shift', 'b'], does: ['waits', 'waits no more', 'board'], why: 'Shift alone is no key' },
    { keys: ['g', 'toString'], does: ['waits', 'waits no more'], why: 'nothing that is no key of the table' },
    { keys: ['d', 'j'], does: ['deed d', 'deed j'], why: 'without its first key there is no chord' },
  ])('$keys: $why', ({ keys, does }) => {
    press(keys)
    expect(done).toEqual(does)
  })

  it('waits 1.2 s', () => {
    press(['g'])
    vi.advanceTimersByTime(CHORD_WAIT)
    press(['d'])
    expect(done).toEqual(['waits', 'waits no more', 'deed d'])
  })

  it('is given up by a press of the pointer', () => {
    press(['g'])
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    press(['d'])
    expect(done).toEqual(['waits', 'waits no more', 'deed d'])
  })

  it('is none where letters are typed, nor with Ctrl', () => {
    press(['g', 'd'], { ctrlKey: true })
    document.body.innerHTML = '<input>'
    press(['g', 'd'])
    expect(done).toEqual([])
  })
})
