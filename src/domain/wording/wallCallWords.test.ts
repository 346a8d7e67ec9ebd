import { describe, expect, it } from 'vitest'
import { minutes } from '#src/domain/time/units.ts'
import type { PollHealth } from '#src/domain/wall/pollHealth.ts'
import { pollHealthText } from './pollHealthWords.ts'
import { callText, muteText } from './wallCallWords.ts'

/** 2024-11-21T08:00:00Z. */
const NOW = 1_732_176_000_000
const until = NOW + minutes(15)

describe('a mute is said with its end', () => {
  const rows = [
    { waitsFor: [], text: 'muted until 09:15' },
    { waitsFor: ['orders'], text: 'muted until orders is acknowledged, at the latest 09:15' },
    { waitsFor: ['a', 'b'], text: 'muted until 2 services are acknowledged, at the latest 09:15' },
  ]
  for (const { waitsFor, text } of rows) {
    it(text, () => expect(muteText({ until, waitsFor }, NOW, 'Europe/Paris')).toBe(text))
  }
})

describe('a call is one sentence', () => {
  const one = { name: 'orders', priority: 1 } as const
  const rows = [
    { calls: [], text: '' },
    { calls: [one], text: 'Newly red: P1 · orders' },
    { calls: [one, one, one, one, one], text: 'Newly red: P1 · orders, P1 · orders, P1 · orders and 2 more' },
  ]
  for (const { calls, text } of rows) it(text || 'none', () => expect(callText(calls)).toBe(text))
})

describe('how the polling goes', () => {
  const fine: PollHealth = {
    at: NOW,
    since: NOW,
    span: 60_000,
    polls: 750,
    lateUsually: 250,
    lateAtWorst: 900,
    dropped: 0,
    droppedEver: 7,
    waiting: 0,
    turnsLate: 20,
  }
  const rows = [
    { health: fine, text: '12.5 polls/s' },
    { health: { ...fine, lateUsually: 4000 }, text: '12.5 polls/s, 4 s late' },
    { health: { ...fine, lateUsually: 4000, dropped: 3 }, text: '12.5 polls/s, 3 dropped' },
    { health: { ...fine, polls: 0 }, text: '0 polls/s' },
  ]
  for (const { health, text } of rows) it(text, () => expect(pollHealthText(health)).toBe(text))
})
