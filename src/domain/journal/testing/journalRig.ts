import { type EpochMs, minutes, seconds } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'
import type { JournalRow } from '#src/domain/journal/momentOfRow.ts'
import { type VerdictJournal, verdictJournal } from '#src/domain/journal/verdictJournal.ts'

/** 2026-11-21T02:00:00Z. */
export const NIGHT: EpochMs = 1_795_226_400_000
export const ZONE = 'Europe/Paris'

/** That some pods timed out. */
export const silent = (light: Light, since: EpochMs, pods: readonly string[], after = 2000): Reason => ({
  kind: 'failing',
  light,
  since,
  ofPods: 3,
  pods: pods.map((pod) => ({ pod, light, since, failure: { kind: 'timeout', after } })),
})

/** A service of three pods with this light; what is not green says why. */
export function row(light: Light, own: Partial<JournalRow> = {}): JournalRow {
  const pods = [1, 2, 3].map((n) => ({ name: `orders-${n}`, light, observedAt: 0, version: '1.0.0' }))
  const reasons = light === 'green' || light === 'unknown' ? [] : [silent(light, NIGHT, ['orders-1'])]
  return { name: 'orders', light, reasons, pods, ...own }
}

const LIGHT_OF: Readonly<Record<string, Light>> = { r: 'red', o: 'orange', g: 'green', u: 'unknown' }

/** Somebody watches from one moment to another. */
export function watchOn(journal: VerdictJournal, from: EpochMs, to: EpochMs): void {
  for (let t = from; t <= to; t += seconds(20)) journal.noteSeen(t)
}

/** Notes a letter every two minutes, and watches from each to the next; `.` is a time in which nobody does. */
export function play(letters: string, step = minutes(2)): VerdictJournal {
  const journal = verdictJournal()
  for (const [i, letter] of letters.split('').entries()) {
    const [light, at] = [LIGHT_OF[letter], NIGHT + i * step]
    if (light === undefined) continue
    if (i > 0 && letters[i - 1] !== '.') watchOn(journal, at - step, at)
    journal.note(row(light), at, ZONE)
  }
  return journal
}

/** The stretches as text: when they begin and how long they last, in minutes. */
export const told = (journal: VerdictJournal, from = 0, to = Infinity): string[] =>
  journal
    .between('orders', from, to)
    .map(
      (one) =>
        `${one.moment.light} ${(one.from - NIGHT) / minutes(1)}+${(one.to - one.from) / minutes(1)} ${one.turn}`,
    )
