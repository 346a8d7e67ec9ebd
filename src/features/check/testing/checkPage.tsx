import { act, fireEvent, waitFor } from '@testing-library/react'
import { expect } from 'vitest'
import type { CheckLog } from '#src/domain/check/checkLog.ts'
import type { SignOffDraft } from '#src/domain/check/signOff.ts'
import type { Night, ServiceNight } from '#src/domain/night/night.ts'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import { hours } from '#src/domain/time/units.ts'
import { CheckScreen } from '#src/features/check/CheckScreen.tsx'
import type { Ask } from '#src/state/checkActions.ts'
import type { Desk } from '#src/state/boardStore.ts'
import type { DeskActions } from '#src/state/deskActions.ts'
import { idleDesk } from '#src/state/testing/idleDesk.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { NOW, sampleRow, silentPod } from '#src/state/testing/sampleRow.ts'
import { sampleDesk } from '#src/state/testing/sampleTicket.ts'
import { type TestScreen, testScreen } from '#src/state/testing/testScreen.ts'
import { at, EVENING, sampleNight, sampleSignOff, sampleSpell, sampleStretch } from './sampleCheck.ts'

const row = (name: string, light: 'red' | 'green'): ServiceRow =>
  sampleRow(name, light, { reasons: light === 'red' ? [silentPod(`${name}-1`)] : [], since: at(9.5) })

const inTrouble = (name: string, to: number | null): ServiceNight =>
  sampleNight(name, {
    stretches: [sampleStretch(0, 9.5, 'green'), sampleStretch(9.5, to ?? 15.33, 'red')],
    spells: [sampleSpell(9.5, to)],
  })

/** Orders and payments are red since half past two, billing was for a while, search is well. */
const ROWS: readonly ServiceRow[] = [
  row('orders', 'red'),
  row('payments', 'red'),
  row('billing', 'green'),
  row('search', 'green'),
]

const NIGHT: Night = {
  from: EVENING,
  to: NOW,
  watched: [{ from: EVENING, to: NOW }],
  gaps: [],
  filled: [],
  filling: false,
  fillFault: null,
  services: [
    inTrouble('orders', null),
    inTrouble('payments', null),
    inTrouble('billing', 9.9),
    sampleNight('search'),
  ],
}

const LOG: CheckLog = {
  signOffs: [sampleSignOff()],
  watches: [],
  tickets: [],
  silences: { kind: 'none' },
  calendar: {
    mornings: { at: hours(9), timeZone: 'Europe/Paris', days: [0, 1, 2, 3, 4] },
    holidays: [],
    days: [],
    streak: { unsigned: 0, signed: 0, longest: 0 },
  },
}

/** A check over a worker that answers as it is told; what was signed is kept. */
export type CheckPageUnderTest = {
  readonly page: TestScreen
  readonly signed: SignOffDraft[]
  readonly say: (log: Partial<CheckLog>) => void
}

type Own = {
  readonly night?: Partial<Night>
  readonly log?: Partial<CheckLog>
  readonly desk?: Partial<Desk>
  readonly rows?: readonly ServiceRow[]
  readonly actions?: Partial<DeskActions>
  readonly name?: string
}

/** Draws the check and waits until it is there. */
export async function drawCheck(own: Own = {}): Promise<CheckPageUnderTest> {
  const signed: SignOffDraft[] = []
  let log: CheckLog = { ...LOG, ...own.log }
  const ask: Ask = (question) => {
    const { about } = question
    switch (question.about) {
      case 'night':
        return Promise.resolve({ about: 'night', found: { ...NIGHT, from: question.from, ...own.night } })
      case 'check-log':
        return Promise.resolve({ about: 'check-log', found: log })
      case 'sign-off':
        signed.push(question.check)
        return Promise.resolve({ about: 'sign-off', found: { ok: true, value: 'B'.repeat(26) } })
      default:
        return Promise.resolve({ about, found: null })
    }
  }
  const page = testScreen({ ask, desk: { ...idleDesk, ...own.actions } })
  page.preferences.setState({ name: own.name ?? 'Boris' })
  page.board.setState({ desk: sampleDesk(own.desk) })
  page.show(own.rows ?? ROWS)
  renderWith(page, <CheckScreen />)
  // By its label, not its role: working out the roles of a whole page takes jsdom longer than drawing it.
  await waitFor(() => expect(part('check-walk')).not.toBe(''), { timeout: 10_000 })
  return {
    page,
    signed,
    say: (next) => {
      log = { ...log, ...next }
    },
  }
}

/** Presses keys where the keyboard stands, one after the other. */
export async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys)
    await act(async () => {
      fireEvent.keyDown(document.activeElement ?? document.body, { key })
    })
}

/** What a section says, by the id of its heading; the empty text where it is not there. */
export const part = (heading: string): string =>
  document.getElementById(heading)?.closest('section')?.textContent ?? ''

/** What the open window says; the empty text where there is none. */
export const dialog = (): string => document.querySelector('dialog[open]')?.textContent ?? ''

/** The title of the matter that is looked at. */
export const here = (): string =>
  document.getElementById('check-walk')?.closest('section')?.querySelector('h3 a')?.textContent ?? ''

/** Sends the form that is open. */
export const send = (): Promise<void> =>
  act(async () => {
    const form = document.querySelector('form')
    if (form !== null) fireEvent.submit(form)
  })
