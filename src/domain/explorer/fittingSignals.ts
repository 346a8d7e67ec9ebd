import { MAPPABLE_SIGNALS, type MappableSignal } from '#src/domain/signals/mappedSignal.ts'
import { UNIT_OF, type Unit } from '#src/domain/signals/signal.ts'
import { countsUp } from '#src/domain/exposition/countsUp.ts'
import type { FamilyTold } from './podFamilies.ts'
import { type FamilyUnit, unitOfFamily } from './unitOfFamily.ts'

/** A signal that a family may tell, and what its values are multiplied by to be in the signal's unit. */
export type Fitting = { readonly signal: MappableSignal; readonly scale: number }

type Fit = { readonly unit: Unit; readonly scale: number }

/** Which signals' units the values of a family have as they are … */
const AS_THEY_ARE: Readonly<Record<Exclude<FamilyUnit, null> | 'none', readonly Fit[]>> = {
  bytes: [{ unit: 'bytes', scale: 1 }],
  seconds: [{ unit: 'seconds', scale: 1 }],
  milliseconds: [{ unit: 'seconds', scale: 0.001 }],
  ratio: [{ unit: 'ratio', scale: 1 }],
  percent: [{ unit: 'ratio', scale: 0.01 }],
  moment: [{ unit: 'epochSeconds', scale: 1 }],
  none: [
    { unit: 'count', scale: 1 },
    { unit: 'ratio', scale: 1 },
    { unit: 'perSecond', scale: 1 },
    { unit: 'cores', scale: 1 },
    { unit: 'bytes', scale: 1 },
  ],
}

/** … and which those that they rise by a second have: seconds a second are cores, or a share of the time. */
const AS_RATES: typeof AS_THEY_ARE = {
  bytes: [],
  seconds: [
    { unit: 'cores', scale: 1 },
    { unit: 'ratio', scale: 1 },
  ],
  milliseconds: [
    { unit: 'cores', scale: 0.001 },
    { unit: 'ratio', scale: 0.001 },
  ],
  ratio: [],
  percent: [],
  moment: [],
  none: [{ unit: 'perSecond', scale: 1 }],
}

/** Told of histograms and summaries by a quantile, or by how often they observed. */
const OF_DISTRIBUTIONS: readonly MappableSignal[] = ['latencyP99', 'latencyP50', 'eventLoopLag', 'gcPauseP99']

/** Told as they are counted. */
const COUNTED: readonly MappableSignal[] = ['restarts']

const ofDistribution = (unit: FamilyUnit): Fitting[] => [
  ...(unit === 'seconds' || unit === 'milliseconds' || unit === null
    ? OF_DISTRIBUTIONS.map((signal) => ({ signal, scale: unit === 'milliseconds' ? 0.001 : 1 }))
    : []),
  { signal: 'requestRate', scale: 1 },
]

/** An error ratio needs what it is a share of, which a family by itself does not tell: it is left to the README. */
const isTold = (signal: MappableSignal, unit: Unit, isRate: boolean): boolean =>
  UNIT_OF[signal] === unit && !(isRate && signal === 'errorRatio')

/**
 * The signals that a family may be mapped to, best fitting unit first; empty where none fits: what is a text, a state or of
 * another unit.
 */
export function fittingSignals(family: FamilyTold): readonly Fitting[] {
  const { type, series } = family
  const [first] = series
  if (first === undefined || type === 'info' || type === 'stateset' || type === 'gaugehistogram') return []
  const unit = unitOfFamily(family)
  if (type === 'histogram' || type === 'summary') return ofDistribution(unit)
  const isRate = countsUp(type, first.name)
  const fits = (isRate ? AS_RATES : AS_THEY_ARE)[unit ?? 'none'].flatMap(({ unit: of, scale }) =>
    MAPPABLE_SIGNALS.filter((signal) => isTold(signal, of, isRate)).map((signal) => ({ signal, scale })),
  )
  return isRate && unit === null ? [...fits, ...COUNTED.map((signal) => ({ signal, scale: 1 }))] : fits
}
