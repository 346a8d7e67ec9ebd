import { QueryClientProvider } from '@tanstack/react-query'
import { act, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { CheckLog } from '#src/domain/check/checkLog.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { receiveBoard } from '#src/state/boardStore.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { NOW } from '#src/state/testing/sampleRow.ts'
import { sampleDesk } from '#src/state/testing/sampleTicket.ts'
import { testScreen } from '#src/state/testing/testScreen.ts'
import { useCheckDeeds, useCheckLog } from './useCheckLog.ts'
import { createQueries } from './useServiceDetail.ts'

const logWith = (note: string): CheckLog => ({
  signOffs: [
    {
      id: 'a',
      at: NOW,
      by: 'Anna',
      from: 0,
      light: 'green',
      counts: { green: 1, orange: 0, red: 0, unknown: 0 },
      marks: [],
      note,
    },
  ],
  watches: [],
  tickets: [],
  silences: { kind: 'none' },
  calendar: {
    mornings: { at: 0, timeZone: 'UTC', days: [] },
    holidays: [],
    days: [],
    streak: { unsigned: 0, signed: 0, longest: 0 },
  },
})

/** A page that shows the log, and a worker that answers with `says.note`, or with nothing. */
function rigOf(from: EpochMs | null, first: string | null = 'first') {
  const asked: string[] = []
  const says = { note: first }
  const shown: (CheckLog | null | undefined)[] = []
  const deeds: { now: ReturnType<typeof useCheckDeeds> | null } = { now: null }
  const page = testScreen({
    ask: (question) => {
      asked.push(question.about)
      if (question.about === 'sign-off')
        return Promise.resolve({ about: question.about, found: { ok: true, value: 'id' } })
      const found = says.note === null ? null : logWith(says.note)
      return Promise.resolve({ about: 'check-log', found })
    },
  })
  function Shows() {
    shown.push(useCheckLog(from))
    deeds.now = useCheckDeeds()
    return null
  }
  renderWith(
    page,
    <QueryClientProvider client={createQueries()}>
      <Shows />
    </QueryClientProvider>,
  )
  return { page, asked, says, shown, deeds, note: () => shown.at(-1)?.signOffs[0]?.note }
}

it('asks nothing before it is known since when', () => {
  const { asked, shown } = rigOf(null)
  expect([asked, shown]).toEqual([[], [undefined]])
})

it('says that nobody answers', async () => {
  const rig = rigOf(NOW, null)
  await waitFor(() => expect(rig.shown.at(-1)).toBeNull())
})

it('is asked at once when the board changed; what is told again unchanged is the same object', async () => {
  const rig = rigOf(NOW)
  await waitFor(() => expect(rig.note()).toBe('first'))
  const before = rig.shown.at(-1)
  const board = { kind: 'board', full: true, rows: [], gone: [], desk: sampleDesk() } as const
  await act(async () => receiveBoard(rig.page.board, board))
  await waitFor(() => expect(rig.asked).toHaveLength(2))
  expect(rig.shown.at(-1)).toBe(before)
  await act(async () => receiveBoard(rig.page.board, { ...board, full: false }))
  expect(rig.asked).toHaveLength(2)
})

it('asks anew as soon as somebody signed', async () => {
  const rig = rigOf(NOW)
  await waitFor(() => expect(rig.note()).toBe('first'))
  rig.says.note = 'second'
  const { id: _, at: __, by, ...draft } = logWith('').signOffs[0] ?? { id: '', at: 0, by: '' }
  if (!('light' in draft)) throw new Error('a sign-off is made')
  await act(async () => {
    expect(await rig.deeds.now?.signOff(draft, by)).toEqual({ ok: true, value: 'id' })
  })
  await waitFor(() => expect(rig.note()).toBe('second'))
  expect(rig.asked).toEqual(['check-log', 'sign-off', 'check-log'])
})
