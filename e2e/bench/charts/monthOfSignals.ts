import type { SignalHistory } from '#src/domain/chart/signalHistory.ts'
import { type Signal, SIGNALS } from '#src/domain/signals/signal.ts'
import { days, hours, mebibytes } from '#src/domain/time/units.ts'
import { CHARTS, PLACES } from './chartBench.ts'

/** 2024-11-21T08:00:00Z. */
export const NOW = 1_732_176_000_000

const SPAN = days(28)
const STEP = SPAN / PLACES
const MIB = mebibytes(1)

/** A day's wave with noise; each third signal rises, each fifth has gaps. */
function valueAt(signal: number, place: number): number {
  if (signal % 5 === 4 && place % 60 > 52) return Number.NaN
  const wave = 40 * Math.sin((place * STEP * 2 * Math.PI) / days(1) + signal)
  const noise = ((place * 7919 + signal * 104_729) % 97) / 5
  return (500 + wave + noise + (signal % 3 === 0 ? place : 0)) * MIB
}

function historyOf(signal: Signal, which: number, tick: number): SignalHistory {
  const from = NOW - SPAN + tick * STEP
  const mean = Float32Array.from({ length: PLACES }, (_, i) => valueAt(which, i + tick))
  const rises = which % 3 === 0
  const value = mean.at(-1) ?? 0
  const perHour = (MIB * hours(1)) / STEP
  return {
    signal,
    pod: 'orders-1',
    from,
    step: STEP,
    mean,
    low: mean.map((value) => value * 0.96),
    high: mean.map((value) => value * 1.05),
    bound: rises ? 1024 * MIB : null,
    slope: rises
      ? {
          perHour,
          ci: [perHour * 0.9, perHour * 1.1],
          isDrift: true,
          since: from,
          from,
          fromValue: value - PLACES * MIB,
          to: from + SPAN,
          toValue: value,
          reachedAt: from + SPAN + days(12),
          reachedBetween: [from + SPAN + days(11), from + SPAN + days(14)],
        }
      : null,
    marks: [
      { at: from + days(5), kind: 'restart', version: null },
      { at: from + days(19), kind: 'deploy', version: '2.4.1' },
    ],
  }
}

/** 28 days of fifteen signals of one pod, with slopes, bounds, gaps and starts; `tick` places later. */
export const monthOfSignals = (tick = 0): readonly SignalHistory[] =>
  SIGNALS.slice(0, CHARTS).map((signal, i) => historyOf(signal, i, tick))
