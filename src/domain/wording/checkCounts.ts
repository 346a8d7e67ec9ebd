import type { CheckChange, CheckItem, MorningCheck } from '#src/domain/check/morningCheck.ts'

/** How many services have a light: all, those that are new with it, and those that had it before. */
export type LightCount = { readonly n: number; readonly fresh: number; readonly still: number }

/** What a check's sentence counts. */
export type CheckCounts = {
  readonly red: LightCount
  readonly orange: LightCount
  readonly unseen: number
  /** Orange or out of sight now, and red for a while since the last check. */
  readonly wasRed: readonly CheckItem[]
  readonly recovered: readonly CheckItem[]
  /** Services of which nothing is told but that they were restarted. */
  readonly restarted: number
  readonly deploys: number
  readonly over: number
  readonly gone: number
}

const NEW_RED: ReadonlySet<CheckChange> = new Set(['new-red', 'worse'])

const wasRed = ({ change, light, night }: CheckItem): boolean =>
  change !== 'recovered' &&
  (light === 'orange' || light === 'unknown') &&
  (night?.spells ?? []).some(({ redFor }) => redFor > 0)

const isQuiet = ({ change }: CheckItem): boolean =>
  change === 'well' || change === 'watch' || change === 'ticket'

/** Counts the matters of a check by what is to be said of them. */
export function countsOf({ items, watches }: MorningCheck): CheckCounts {
  const count = (is: (item: CheckItem) => boolean): number => items.filter(is).length
  return {
    red: {
      n: count(({ light }) => light === 'red'),
      fresh: count(({ change }) => NEW_RED.has(change)),
      still: count(({ change }) => change === 'still-red'),
    },
    orange: {
      n: count(({ light }) => light === 'orange'),
      fresh: count(({ change }) => change === 'new-orange'),
      still: count(({ change }) => change === 'still-orange'),
    },
    unseen: count(({ light }) => light === 'unknown'),
    wasRed: items.filter(wasRed),
    recovered: items.filter(({ change }) => change === 'recovered'),
    restarted: count((item) => isQuiet(item) && (item.night?.restarts.length ?? 0) > 0),
    deploys: items.reduce((sum, { night }) => sum + (night?.deploys.length ?? 0), 0),
    over: watches.filter(({ isOver }) => isOver).length,
    gone: count(({ change }) => change === 'gone'),
  }
}
