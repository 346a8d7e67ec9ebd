import { describe, expect, it } from 'vitest'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'
import { chartOrder, troubledSignals } from './chartOrder.ts'
import { CHART_NOW as NOW, driftTo160, historyOf } from './testing/historyOf.ts'

const level = (signal: Signal, pod: string, light: Light): Reason => ({
  kind: 'level',
  light,
  since: NOW,
  ofPods: 2,
  pods: [{ pod, light, since: NOW, signal, value: 9, bound: 10, of: null }],
})

const lag = (pod: string): Reason => ({
  kind: 'event-loop',
  light: 'orange',
  since: NOW,
  ofPods: 2,
  pods: [{ pod, light: 'orange', since: NOW, lag: 200 }],
})

describe('troubledSignals', () => {
  it('reads the signals of one pod off what reasons name, or what their kind speaks of', () => {
    const reasons = [
      level('fds', 'orders-1', 'orange'),
      level('fds', 'orders-1', 'red'),
      lag('orders-1'),
      lag('orders-2'),
    ]
    expect([...troubledSignals(reasons, 'orders-1')]).toEqual([
      ['fds', 'red'],
      ['eventLoopLag', 'orange'],
    ])
    expect([...troubledSignals(reasons, 'orders-3')]).toEqual([])
  })

  it('knows none of a reason that speaks of no signal', () => {
    const slow: Reason = {
      kind: 'slow',
      light: 'orange',
      since: NOW,
      ofPods: 2,
      pods: [{ pod: 'orders-1', light: 'orange', since: NOW, took: 2000 }],
    }
    expect(troubledSignals([slow], 'orders-1').size).toBe(0)
  })
})

const of = (signal: Signal, own: Parameters<typeof historyOf>[1] = {}) => historyOf([85], { signal, ...own })

describe('chartOrder', () => {
  it('puts what was asked for first, then red, orange, other drifts, what is near its bound, the others', () => {
    const histories = [
      of('memory'),
      of('cpu', { bound: 100 }),
      of('heap', { bound: 900 }),
      of('fds', { slope: driftTo160() }),
      of('disk'),
      of('queueDepth'),
      of('errorRatio'),
      historyOf([Number.NaN], { signal: 'threads' }),
    ]
    const troubled = new Map<Signal, Light>([
      ['disk', 'orange'],
      ['queueDepth', 'red'],
    ])
    expect(chartOrder(histories, 'errorRatio', troubled).map(({ signal }) => signal)).toEqual([
      'errorRatio',
      'queueDepth',
      'disk',
      'fds',
      'cpu',
      'memory',
      'heap',
    ])
  })
})
