import { fireEvent, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { err, ok } from '#src/domain/result.ts'
import { endedPast, NOT_SIGNED_IN, pastOf } from '#src/state/testing/samplePast.ts'
import type { Past } from '#src/state/watchStore.ts'
import {
  drawHistory as draw,
  forgetHistory,
  openHistory as open,
  sayPast as say,
} from './testing/historyPage.tsx'

beforeEach(forgetHistory)

const refusing = (own: Parameters<typeof endedPast>[2] = {}): Past =>
  endedPast({ failure: NOT_SIGNED_IN }, [], own)

/** A picked file of some bytes, or of a claimed size. */
function pick(dialog: HTMLElement, bytes: Uint8Array<ArrayBuffer>, size = bytes.length): void {
  const file = new File([bytes], 'a.mch')
  Object.defineProperty(file, 'size', { value: size })
  fireEvent.change(within(dialog).getByLabelText('Import'), { target: { files: [file] } })
}

describe('a token', () => {
  it('is asked for, with a word on where it goes; given, it is held and can be forgotten', async () => {
    const given: unknown[] = []
    const giveToken = (...all: unknown[]): Promise<boolean> => {
      given.push(all)
      return Promise.resolve(true)
    }
    const page = draw(refusing(), { giveToken })
    const dialog = await open()
    const box = within(dialog).getByLabelText<HTMLInputElement>('Token')
    expect([box.type, box.name]).toEqual(['password', ''])
    expect(dialog.textContent).toContain('It goes to https://prometheus.test/ and nowhere else.')
    expect(dialog.textContent).not.toContain('unencrypted')
    fireEvent.change(box, { target: { value: 'secret' } })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Use it' }))
    await within(dialog).findByText('The token is taken.')
    expect(box.value).toBe('')
    expect(dialog.contains(document.activeElement)).toBe(true)
    expect(location.href).not.toContain('secret')

    say(page, endedPast({ filled: 1 }, [], { hasToken: true }))
    expect(within(dialog).queryByLabelText('Token')).toBeNull()
    expect(dialog.textContent).toContain('A token goes with every question to it')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Forget the token' }))
    await within(dialog).findByText('The token is forgotten.')
    expect(given).toEqual([
      ['secret', 'https://prometheus.test/'],
      [null, 'https://prometheus.test/'],
    ])
  })

  it('that was not taken stays to be mended', async () => {
    draw(refusing(), { giveToken: () => Promise.resolve(false) })
    const dialog = await open()
    const box = within(dialog).getByLabelText<HTMLInputElement>('Token')
    fireEvent.change(box, { target: { value: 'schlüssel' } })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Use it' }))
    await within(dialog).findByText(/^The token was not taken/)
    expect(box.value).toBe('schlüssel')
  })

  it('that is of no use: another is asked for', async () => {
    draw(refusing({ hasToken: true }))
    const dialog = await open()
    expect(dialog.textContent).toContain('It wants a sign-in in spite of the token')
    expect(within(dialog).getByLabelText('Token')).toBeTruthy()
    expect(within(dialog).getByRole('button', { name: 'Forget the token' })).toBeTruthy()
  })

  it('that would travel in the open, or through a gateway', async () => {
    draw(refusing({ url: 'https://home.test/sources/prometheus/', shownUrl: 'http://prom.test' }))
    const { textContent } = await open()
    expect(textContent).toContain('It goes to http://prom.test, through the server of this page, and nowhere')
    expect(textContent).toContain('It travels unencrypted')
  })

  it('is not asked for where the gateway would not pass it on', async () => {
    draw(refusing({ shownUrl: 'http://prom.test', takesToken: false }))
    const dialog = await open()
    expect(dialog.textContent).toContain('passes no token on to it: write "credentials": "include"')
    expect(within(dialog).queryByLabelText('Token')).toBeNull()
  })
})

describe('a file', () => {
  it('is put together and saved under the name of the fleet and the day', async () => {
    const saved: string[] = []
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      saved.push(`${this.download} ${this.href}`)
    })
    // jsdom has no object URLs.
    Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined })
    onTestFinished(() => click.mockRestore())
    draw(pastOf(), { exportHistory: () => Promise.resolve(new Uint8Array(2048)) })
    const dialog = await open()
    fireEvent.click(within(dialog).getByRole('button', { name: 'Export' }))
    const name = 'morning-check-history-Sample-shop-2024-11-21.mch'
    expect((await within(dialog).findByText(`${name} is saved (2 KiB).`)).tagName).toBe('OUTPUT')
    expect(saved).toEqual([`${name} blob:x`])
  })

  it('is not there while the watch still reads', async () => {
    draw(pastOf())
    const dialog = await open()
    fireEvent.click(within(dialog).getByRole('button', { name: 'Export' }))
    expect(await within(dialog).findByText(/Try again in a moment/)).toBeTruthy()
  })

  it.each([
    { outcome: ok({ series: 12, bins: 4300 }), says: /4,300 values of 12 series/ },
    { outcome: err({ kind: 'damaged' } as const), says: /The file is damaged/ },
    { outcome: null, says: /Try again in a moment/ },
  ])('is handed to the watch, and what became of it said: $says', async ({ outcome, says }) => {
    const taken: Uint8Array[] = []
    draw(pastOf(), {
      importHistory: (bytes) => {
        taken.push(bytes)
        return Promise.resolve(outcome)
      },
    })
    const dialog = await open()
    pick(dialog, new Uint8Array([1, 2, 3]))
    expect((await within(dialog).findByText(says)).tagName).toBe('OUTPUT')
    expect(taken).toEqual([new Uint8Array([1, 2, 3])])
  })

  it('is not read where it is far too large', async () => {
    draw(pastOf(), { importHistory: () => Promise.reject(new Error('it was read')) })
    const dialog = await open()
    pick(dialog, new Uint8Array(1), 300 * 1024 ** 2)
    expect(await within(dialog).findByText(/The file has 300 MiB, more than the 256 MiB/)).toBeTruthy()
  })
})
