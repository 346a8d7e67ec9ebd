import { act, fireEvent, screen as dom } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { hours, minutes, seconds } from '#src/domain/time/units.ts'
import { englishThen } from '#src/domain/wording/englishThen.ts'
import { getParam } from '#src/state/hashRoute.ts'
import { NOW } from '#src/state/testing/sampleRow.ts'
import { drawThen } from './testing/drawThen.tsx'
import { NIGHT, redMoment, sampleThen } from './testing/sampleThen.ts'
import { TimeSlider } from './TimeSlider.tsx'

const words = englishThen.slider

const goTo = (at: number): void =>
  history.replaceState(null, '', `/#/s/orders?at=${new Date(at).toISOString()}`)

const slider = (): HTMLElement => dom.getByRole('slider', { name: words.label })
const button = (name: string): HTMLButtonElement => dom.getByRole('button', { name })
const at = (): number | null => (getParam('at') === '' ? null : Date.parse(getParam('at')))
const press = (key: string) =>
  act(async () => {
    fireEvent.keyDown(slider(), { key })
    fireEvent.keyUp(slider(), { key })
  })

const pressed = (): string[] => dom.getAllByRole('button', { pressed: true }).map((one) => one.textContent)

describe('the slider of time', () => {
  it('stands at the present, and says so', async () => {
    const page = await drawThen(<TimeSlider service="orders" />, sampleThen())
    expect(slider().getAttribute('aria-valuetext')).toBe(words.now)
    expect(button(words.toNow).disabled).toBe(true)
    expect(page.asked).toEqual([NOW])
  })

  it('says which moment is looked at, how long ago it was, and which light it had', async () => {
    goTo(NIGHT)
    await drawThen(<TimeSlider service="orders" />, sampleThen())
    expect(slider().getAttribute('aria-valuetext')).toBe('04:00, ACT')
    expect(dom.getByText('5 h ago', { exact: false })).toBeDefined()
    await act(async () => void fireEvent.click(button(words.toNow)))
    expect(at()).toBeNull()
  })

  it('says where nobody watched', async () => {
    goTo(NOW - hours(2))
    await drawThen(<TimeSlider service="orders" />, sampleThen())
    expect(slider().getAttribute('aria-valuetext')).toContain(words.unseen)
  })

  it('goes by minutes and hours with the keys', async () => {
    goTo(NIGHT)
    await drawThen(<TimeSlider service="orders" />, sampleThen())
    await press('ArrowLeft')
    expect(at()).toBe(NIGHT - minutes(1))
    await press('PageUp')
    expect(at()).toBe(NIGHT - minutes(1) + hours(1))
    await press('Home')
    expect(at()).toBe(NOW - hours(20))
    await press('End')
    expect(at()).toBeNull()
  })

  it('goes from change to change', async () => {
    await drawThen(<TimeSlider service="orders" />, sampleThen())
    expect(button(words.next).disabled).toBe(true)
    await act(async () => void fireEvent.click(button(words.previous)))
    expect(at()).toBe(NOW - hours(1))
    await act(async () => void fireEvent.click(button(words.previous)))
    expect(at()).toBe(redMoment.at)
    await act(async () => void fireEvent.click(button(words.next)))
    expect(at()).toBe(NOW - hours(1))
  })

  it('is one step back, however far it was dragged', async () => {
    await drawThen(<TimeSlider service="orders" />, sampleThen())
    const before = history.length
    await act(async () => {
      fireEvent.pointerDown(slider())
      for (let i = 1; i <= 20; i++)
        fireEvent.change(slider(), { target: { value: `${NOW - i * minutes(10)}` } })
      fireEvent.pointerUp(slider())
    })
    expect(at()).toBe(NOW - minutes(200))
    expect(history.length - before).toBe(1)
  })

  it('reaches as far back as the moment lies, and further where somebody wants', async () => {
    goTo(NOW - hours(50))
    await drawThen(<TimeSlider service="orders" />, sampleThen())
    expect(pressed()).toEqual(['7 d'])
    await act(async () => void fireEvent.click(button('28 d')))
    expect(pressed()).toEqual(['28 d'])
  })

  it('is there where nothing is known', async () => {
    await drawThen(<TimeSlider service="orders" />, null)
    expect(button(words.previous).disabled).toBe(true)
    await press('ArrowLeft')
    expect(at()).toBeGreaterThan(NOW - minutes(1) - seconds(1))
  })
})
