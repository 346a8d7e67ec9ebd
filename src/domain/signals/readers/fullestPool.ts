import type { Window } from '#src/domain/signals/window/window.ts'
import { type Figure, figureByMember, figureText, figureWants } from './figure.ts'
import { measured, type Measured, usableBound, type Wants } from './reader.ts'

/** How a library tells of its connection pools. */
export type PoolKind = {
  /** The labels that name a pool. */
  readonly by: readonly string[]
  readonly inUse: Figure
  readonly idle?: Figure
  readonly waiting?: Figure
  readonly max?: Figure
}

/** The pool signals, all of one pool: one pool's waiters mean nothing beside another's connections. */
export type PoolReading = {
  readonly poolInUse: Measured
  readonly poolIdle: Measured | null
  readonly poolWaiting: Measured | null
}

/** What a kind of pool asks of the text. */
export const poolWants = ({ inUse, idle, waiting, max }: PoolKind): Wants =>
  figureWants(inUse, idle, waiting, max)

type ByPool = ReadonlyMap<string | null, number>

const figures = (window: Window, by: readonly string[], figure: Figure | undefined): ByPool =>
  figure === undefined ? new Map() : figureByMember(window, by, figure)

const part = (values: ByPool, figure: Figure | undefined, of: string | null): Measured | null => {
  const value = values.get(of)
  return value === undefined || figure === undefined ? null : measured(value, figureText(figure), of)
}

const poolsOf = (window: Window, { by, inUse, idle, waiting, max }: PoolKind): readonly PoolReading[] => {
  const used = figureByMember(window, by, inUse)
  if (used.size === 0) return []
  const idles = figures(window, by, idle)
  const waits = figures(window, by, waiting)
  const limits = figures(window, by, max)
  return [...used].flatMap(([of, value]) => {
    const bound = usableBound(limits.get(of))
    const from =
      bound === null || max === undefined ? figureText(inUse) : `${figureText(inUse)} of ${figureText(max)}`
    const poolInUse = measured(value, from, of)
    if (poolInUse === null) return []
    return {
      poolInUse: { ...poolInUse, bound },
      poolIdle: part(idles, idle, of),
      poolWaiting: part(waits, waiting, of),
    }
  })
}

/** A pool of unknown size is full when somebody waits for it. */
const fullness = ({ poolInUse: { value, bound }, poolWaiting }: PoolReading): number => {
  if (bound !== null) return value / bound
  return (poolWaiting?.value ?? 0) > 0 ? 1 : 0
}

const rank = (a: PoolReading, b: PoolReading): number =>
  fullness(b) - fullness(a) ||
  (b.poolWaiting?.value ?? -1) - (a.poolWaiting?.value ?? -1) ||
  b.poolInUse.value - a.poolInUse.value ||
  (`${a.poolInUse.of} ${a.poolInUse.from}` < `${b.poolInUse.of} ${b.poolInUse.from}` ? -1 : 1)

/**
 * The fullest connection pool on the page, whatever library tells of it: by share of its limit, then by who
 * waits, then by connections in use. Null where the page has none.
 */
export const fullestPool = (window: Window, kinds: readonly PoolKind[]): PoolReading | null =>
  kinds.flatMap((kind) => poolsOf(window, kind)).toSorted(rank)[0] ?? null
