import { act, fireEvent, screen } from '@testing-library/react'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { DEFAULT_PREFERENCES, type Preferences } from '#src/domain/preferences/preferences.ts'
import { printPreferencesFile } from '#src/domain/preferences/preferencesFile.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { sampleRow, sampleStrip } from '#src/state/testing/sampleRow.ts'
import { type TestScreen, testScreen } from '#src/state/testing/testScreen.ts'
import { PreferencesScreen } from './PreferencesScreen.tsx'

// jsdom does not say of itself whether it is one.
beforeAll(() => void vi.stubGlobal('isSecureContext', false))
afterAll(() => void vi.unstubAllGlobals())

let page: TestScreen
beforeEach(() => {
  page = testScreen()
  renderWith(page, <PreferencesScreen />)
})

const chosen = (): Preferences => page.preferences.getState()

const radio = (name: string): HTMLInputElement => screen.getByLabelText(name)

const said = (element: HTMLElement): string =>
  document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent ?? ''

describe('what is chosen', () => {
  it.each([
    { name: 'High contrast', expected: { theme: 'contrast' } },
    { name: 'Compact', expected: { density: 'compact' } },
    { name: 'UTC', expected: { zone: 'utc' } },
    { name: 'Quiet', expected: { sound: 'quiet' } },
    { name: 'Incident board', expected: { start: 'board' } },
    { name: 'Tell a new red on the desktop', expected: { notices: false } },
    { name: 'j, k, d, s and the like without Ctrl or Alt', expected: { singleKeys: false } },
  ])('$name holds at once', ({ name, expected }) => {
    const before = radio(name).checked
    fireEvent.click(radio(name))
    expect(chosen()).toEqual({ ...DEFAULT_PREFERENCES, ...expected })
    expect(radio(name).checked).toBe(!before)
  })

  it('follows what another tab chose', () => {
    act(() => page.preferences.setState({ theme: 'dark' }))
    expect(radio('Dark').checked).toBe(true)
  })
})

describe('time zones', () => {
  it('tell what time it is in each', () => {
    expect(said(radio('Mine'))).toBe('Europe/Paris, 09:00 now.')
    expect(said(radio('UTC'))).toBe('UTC, 08:00 now.')
  })

  it('tell the fleet’s as soon as it is known', () => {
    expect(said(radio('The fleet’s'))).toMatch(/^Not known yet/)
    const rows = [sampleRow('orders')]
    const strip = sampleStrip(rows, { timeZone: 'Asia/Tokyo' })
    act(() => page.say({ kind: 'digest', full: true, rows, gone: [], strip }))
    expect(said(radio('The fleet’s'))).toMatch(/^Asia\/Tokyo, 17:00 now\./)
  })
})

const field = (): HTMLInputElement => screen.getByLabelText('Your name')
const type = (value: string): void => void fireEvent.change(field(), { target: { value } })

describe('the name', () => {
  it('is kept while it is typed, without the room around it', () => {
    type(' Anna ')
    expect(field().value).toBe(' Anna ')
    expect(chosen().name).toBe('Anna')
    fireEvent.blur(field())
    expect(field().value).toBe('Anna')
  })

  it('that nobody could read is refused', () => {
    type('Anna')
    type('Anna\u202E')
    expect(said(field())).toMatch(/not seen/)
    expect(chosen().name).toBe('Anna')
  })
})

describe('calls', () => {
  it('are not played where sounds are off', () => {
    fireEvent.click(radio('Off'))
    expect(screen.getByLabelText('Hear a P1').getAttribute('aria-disabled')).toBe('true')
    expect(screen.getByText('Sounds are off: nothing is played.')).toBeTruthy()
  })

  it('that cannot be played say why', async () => {
    fireEvent.click(screen.getByLabelText('Hear a P2'))
    expect(await screen.findByText(/This computer plays no sound/)).toBeTruthy()
  })

  it('tell why the desktop stays silent', () => {
    expect(screen.getByText('Not on plain http: open the page over https or on localhost.')).toBeTruthy()
  })
})

function choose(content: string): void {
  const file = new File([content], 'mine.json', { type: 'application/json' })
  fireEvent.change(screen.getByLabelText('Take from a file'), { target: { files: [file] } })
}

describe('a file', () => {
  const OTHER: Preferences = { ...DEFAULT_PREFERENCES, theme: 'dark', zone: 'utc', name: 'Boris' }

  it('shows what it would change, and changes it when asked', async () => {
    choose(printPreferencesFile(OTHER))
    const offer = await screen.findByLabelText('mine.json would change')
    expect(document.activeElement).toBe(offer)
    expect([...offer.querySelectorAll('tr')].map((row) => row.textContent)).toEqual([
      'preferencenowthen',
      'ThemeAs the systemDark',
      'Time zoneMineUTC',
      'Your namenoneBoris',
    ])
    expect(chosen()).toEqual(DEFAULT_PREFERENCES)
    fireEvent.click(screen.getByText('Change them'))
    expect(chosen()).toEqual(OTHER)
    expect(document.activeElement?.textContent).toBe('3 preferences changed.')
  })

  it('changes nothing when it is left', async () => {
    choose(printPreferencesFile(OTHER))
    fireEvent.click(await screen.findByText('Leave it'))
    expect(chosen()).toEqual(DEFAULT_PREFERENCES)
    expect(screen.queryByText(/would change/)).toBeNull()
  })

  it('tells what of it is not understood', async () => {
    choose('{"kind":"morning-check/preferences","version":1,"preferences":{"theme":"sepia","sound":"off"}}')
    const offer = await screen.findByLabelText('mine.json would change')
    expect(offer.textContent).toContain('1 entry is not understood and left out')
    expect(offer.textContent).toContain('theme: "sepia"; write one of auto, light, dark, contrast')
    expect(offer.textContent).toContain('SoundsOnOff')
  })

  it('that offers nothing is refused in words', async () => {
    choose('theme=dark')
    expect(await screen.findByText('The file is no JSON: look at line 1, column 1.')).toBeTruthy()
  })

  it('is not needed to go back to how all was; the name stays', () => {
    act(() => page.preferences.setState(OTHER))
    fireEvent.click(screen.getByText('All as at first'))
    fireEvent.click(screen.getByText('Change them'))
    expect(chosen()).toEqual({ ...DEFAULT_PREFERENCES, name: 'Boris' })
  })
})
