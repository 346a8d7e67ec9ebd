import { type BinWindow, sizeOf } from './binWindow.ts'
import type { Series } from './driftMemory.ts'
import { simpleT } from './leastSquares.ts'
import { isFastEnough, withinRange } from './newHigh.ts'
import { CONFIRM, EXPONENTIAL, LEAST_T, MATERIAL, SHAPE } from './parameters.ts'
import { sameHourSlope } from './sameHour.ts'
import { evenness, type Shape, shapeOf, stepRatio } from './shape.ts'
import { type Trend, trend } from './trend.ts'

/** Why a rise that is real is no drift. */
export type Nearly = 'step' | 'levelling off' | 'below its earlier plateau' | 'within its usual range'

/** What a window says. */
export type WindowVerdict =
  | { readonly kind: 'drift'; readonly slope: number; readonly rise: number }
  | { readonly kind: 'nearly'; readonly why: Nearly }
  | { readonly kind: 'nothing' }

const NOTHING: WindowVerdict = { kind: 'nothing' }

/** The least t that a slope over so many hours needs. */
export const leastT = (windowHours: number): number =>
  LEAST_T.find(({ below }) => windowHours < below)?.t ?? Infinity

/** Whether a level has passed before: a rise is proved once, and then it has to go on. */
export type Look = 'first' | 'second'

const neededT = (windowHours: number, look: Look): number =>
  (look === 'second' ? CONFIRM.tShare : 1) * leastT(windowHours)

/**
 * Tests one window for a drift: the slope is significant, worth a word, goes on in every quarter, and leaves the range
 * that was seen before. `limit`: NaN where there is none. A second look asks for less significance, and for all the rest.
 */
export function testWindow(
  series: Series,
  window: BinWindow,
  limit: number,
  look: Look = 'first',
): WindowVerdict {
  const headroom = limit - window.now
  const found = steadySlope(window, neededT(window.hours, look))
  if (found === null) return NOTHING
  const { slope, shape } = found
  const rise = slope * window.hours
  const isMaterial = rise >= MATERIAL.levelShare * sizeOf(window) || rise >= MATERIAL.headroomShare * headroom
  if (!isMaterial) return NOTHING
  if (shape !== 'steady') return { kind: 'nearly', why: shape === 'step' ? 'step' : 'levelling off' }
  const risen = { slope, rise, hoursToLimit: headroom / slope }
  const why = withinRange(series, window, risen)
  if (why !== null) return { kind: 'nearly', why }
  return isFastEnough(series, window, risen) ? { kind: 'drift', slope, rise } : NOTHING
}

type Found = { readonly slope: number; readonly shape: Shape }

/** A significant slope and its shape; by hours of the day, or as growth, where the plain line does not fit. */
function steadySlope(window: BinWindow, least: number): Found | null {
  const { x, y, step } = window
  const daily = sameHourSlope(window)
  if (daily === null && simpleT(x, y) < HOPELESS * least) return null
  const line = trend(x, y, step)
  if (line === null) return null
  const plain = line.t > least ? plainly(window, line) : stepOnly(window, line)
  if (plain?.shape === 'steady') return plain
  if (daily !== null) return { slope: daily, shape: 'steady' }
  return isGrowth(window, line) ? { slope: line.slope, shape: 'steady' } : plain
}

const plainly = (window: BinWindow, { slope }: Trend): Found => ({
  slope,
  shape: isRawStep(window) ? 'step' : shapeOf(window.x, window.y),
})

/** The errors of a line through a step are all alike, and its t is small: it is told by what a step explains. */
const stepOnly = ({ x, y, hours }: BinWindow, { slope }: Trend): Found | null =>
  hours <= SHAPE.toldStepHours && stepRatio(x, y) < SHAPE.rawStepRatio ? { slope, shape: 'step' } : null

/** A curve that was learned around a step bends it into a ramp: what was measured is a step all the same. */
const isRawStep = ({ x, y, raw }: BinWindow): boolean => raw !== y && stepRatio(x, raw) < SHAPE.rawStepRatio

/** What grows by a share of itself is a line in logarithms: a p99 that doubles every few hours. */
function isGrowth(window: BinWindow, { slope }: Trend): boolean {
  const { x, y, hours, step } = window
  if (slope * hours <= EXPONENTIAL.levelShare * sizeOf(window) || y.some((value) => value <= 0)) return false
  if (evenness(x, y) < 0) return false
  const logs = y.map(Math.log)
  const line = trend(x, logs, step)
  return line !== null && line.t > leastT(hours) && shapeOf(x, logs) === 'steady'
}

/** What t of independent errors may miss of the least one: correlated errors only make it smaller. */
const HOPELESS = 0.8
