import { expect, it } from 'vitest'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'
import { NOW } from '#src/state/testing/sampleRow.ts'
import { shownSignals } from './shownSignals.ts'

const TOLD: ReadonlySet<Signal> = new Set([
  'seriesCount',
  'fds',
  'memory',
  'cpu',
  'latencyP99',
  'gcCpu',
  'poolInUse',
  'requestRate',
])

const gc: Reason = {
  kind: 'gc-cpu',
  light: 'red',
  since: NOW,
  ofPods: 1,
  pods: [{ pod: 'a', light: 'red', since: NOW, share: 0.4 }],
}

it('shows first what a reason is about, then what tells most, and keeps the rest for later', () => {
  expect(shownSignals(TOLD, [gc])).toEqual({
    shown: ['gcCpu', 'memory', 'cpu', 'requestRate', 'latencyP99'],
    more: ['poolInUse', 'fds', 'seriesCount'],
  })
})

it('shows no signal that no pod tells', () => {
  expect(shownSignals(new Set(['disk']), [gc])).toEqual({ shown: ['disk'], more: [] })
})
