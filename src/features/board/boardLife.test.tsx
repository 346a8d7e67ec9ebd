import { act, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { eventOf } from '#src/domain/ticket/testing/events.ts'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { NOW } from '#src/state/testing/sampleRow.ts'
import { BoardScreen } from './BoardScreen.tsx'
import { drawn, fill, press, said, send } from './testing/hands.ts'
import { drawOver, liveDesk, type LiveDesk } from './testing/liveDesk.ts'

let desk: LiveDesk

beforeEach(() => {
  desk = liveDesk()
})

function draw(): void {
  desk.show()
  drawOver(desk, BoardScreen)
}

function row(id: string): Element {
  const article = document.querySelector(`[data-ticket="${id}"] article`)
  if (article === null) throw new Error(`${id} is not drawn`)
  return article
}
const here = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>('[data-ticket]')?.dataset.ticket
const signedInAs = (name: string): void => desk.page.preferences.setState({ name })

describe('the life of a ticket, by keyboard', () => {
  it('asks who one is once, and takes, pauses and resumes', async () => {
    desk.open('AAAAA')
    draw()
    await press('j')
    expect(here()).toBe('AAAAA')

    await press('t')
    fill(/Your name/, 'Anna')
    await send()
    expect(desk.done).toEqual(['Anna: take'])
    expect(said()).toContain('T-AAAAA is yours')
    expect(row('AAAAA').textContent).toContain('acknowledged')

    await press('z')
    fill('Note', 'case 4711')
    await send()
    expect(row('AAAAA').textContent).toContain('paused')
    await press('z')
    expect(row('AAAAA').textContent).toContain('acknowledged')
    expect(desk.done).toEqual(['Anna: take', 'Anna: pause', 'Anna: resume'])
  })

  it('lowers with a reason, resolves, undoes that, and opens again', async () => {
    signedInAs('Anna')
    desk.open('AAAAA')
    draw()
    await press('j')
    await press('p')
    await press('3')
    await send()
    expect(screen.getByRole('alert').textContent).toBe('A reason is needed.')
    fill(/Reason/, 'one customer only')
    await send()
    expect(row('AAAAA').getAttribute('aria-label')).toContain('P3')

    await press('r')
    await send()
    expect(desk.ticket('AAAAA').state).toBe('resolved')
    await press('u')
    expect(desk.ticket('AAAAA').state).toBe('acknowledged')
    await press('r')
    await send()
    await press('R')
    fill(/Why it is open/, 'it is back')
    await send()
    expect(desk.ticket('AAAAA').state).toBe('acknowledged')
  })

  it('assigns, comments and merges', async () => {
    signedInAs('Anna')
    desk.open('AAAAA', minutes(2))
    desk.open('BBBBB', minutes(1))
    draw()
    await press('j')
    await press('o')
    fill('Person or project', 'payments')
    await send()
    expect(row('AAAAA').textContent).toContain('payments')
    await press('c')
    fill('Text', 'looking')
    await send()
    expect(desk.done).toContain('Anna: comment')
    await press('m')
    fill('The ticket that goes on', 't-bbbbb')
    await send()
    expect(desk.done).toContain('Anna: merge')
  })

  it('silences only what came from an alert', async () => {
    signedInAs('Anna')
    desk.open('AAAAA', minutes(2))
    desk.open('BBBBB', minutes(1), { source: 'alertmanager' })
    draw()
    await press('j')
    await press('A')
    expect(said()).toContain('came from no alert')
    await press('j')
    await press('A')
    expect(desk.done).toEqual(['Anna: acknowledge and silence'])
  })

  it('says why something was refused, and that no ticket was meant', async () => {
    signedInAs('Anna')
    desk.open('AAAAA', minutes(1), { priority: 1 })
    draw()
    await press('t')
    expect(said()).toContain('Go to a ticket first')
    await press('j')
    await press('z')
    await send()
    expect(screen.getByRole('alert').textContent).toContain('P1 is not paused')
  })

  it('leaves single keys alone where they are switched off', async () => {
    signedInAs('Anna')
    desk.open('AAAAA')
    desk.page.preferences.setState({ singleKeys: false })
    draw()
    await press('j')
    expect(here()).toBeUndefined()
  })
})

describe('clocks', () => {
  it('tick to the second without drawing the row again, and say when they are breached', () => {
    desk.open('AAAAA', minutes(29))
    draw()
    expect(row('AAAAA').textContent).toContain('at risk, 1:00 left')
    const seen = new MutationObserver(() => {})
    seen.observe(row('AAAAA'), { subtree: true, childList: true, attributes: true, characterData: true })
    act(() => desk.page.wait(seconds(1)))
    expect(row('AAAAA').textContent).toContain('at risk, 0:59 left')
    expect(seen.takeRecords().map(({ type }) => type)).toEqual(['characterData', 'characterData'])
    act(() => desk.page.wait(seconds(61)))
    expect(row('AAAAA').textContent).toContain('BREACHED 0:02 ago')
  })
})

const acknowledge = (id: string): void =>
  act(() => desk.add(eventOf('acknowledged', {}, { ticket: id, actor: 'boris', at: NOW })))

describe('the order', () => {
  it('follows at once while nobody is in the list', () => {
    desk.open('AAAAA', minutes(2))
    desk.open('BBBBB', minutes(1))
    draw()
    expect(drawn()).toEqual(['AAAAA', 'BBBBB'])
    acknowledge('AAAAA')
    expect(drawn()).toEqual(['BBBBB', 'AAAAA'])
  })

  it('waits while the keyboard is in it, says so, and keeps the keyboard on the ticket when it moves', async () => {
    desk.open('AAAAA', minutes(2))
    desk.open('BBBBB', minutes(1))
    draw()
    await press('j')
    acknowledge('AAAAA')
    expect(drawn()).toEqual(['AAAAA', 'BBBBB'])
    expect(screen.getByRole('button', { name: /1 ticket moved/ })).toBeDefined()
    await press('s')
    expect(drawn()).toEqual(['BBBBB', 'AAAAA'])
    expect(here()).toBe('AAAAA')
  })

  it('leaves the keyboard where somebody left the list with Esc, when the ticket moves', async () => {
    desk.open('AAAAA', minutes(2))
    desk.open('BBBBB', minutes(1))
    draw()
    await press('j')
    await press('Escape')
    acknowledge('AAAAA')
    expect(drawn()).toEqual(['BBBBB', 'AAAAA'])
    expect(document.activeElement).toBe(document.body)
  })

  it('waits no longer than somebody moves', async () => {
    desk.open('AAAAA', minutes(2))
    desk.open('BBBBB', minutes(1))
    draw()
    await press('j')
    acknowledge('AAAAA')
    act(() => desk.page.wait(seconds(31)))
    expect(drawn()).toEqual(['BBBBB', 'AAAAA'])
  })
})
