import { act, fireEvent, screen } from '@testing-library/react'

/** Presses a key where the keyboard stands, and lets what was asked be answered. */
export const press = (key: string): Promise<void> =>
  act(async () => {
    fireEvent.keyDown(document.activeElement ?? document.body, { key })
  })

export const fill = (label: string | RegExp, value: string): void =>
  void fireEvent.change(screen.getByLabelText(label), { target: { value } })

/** Sends the form that is open. */
export const send = (): Promise<void> =>
  act(async () => {
    const form = document.querySelector('form')
    if (form !== null) fireEvent.submit(form)
  })

/** What the sentences say that are shown for some seconds. */
export const said = (): string => document.querySelector('[role=log]')?.textContent ?? ''

/** The tickets that are drawn, from top to bottom. */
export const drawn = (): readonly (string | undefined)[] =>
  [...document.querySelectorAll<HTMLElement>('[data-ticket]')].map(({ dataset }) => dataset.ticket)
