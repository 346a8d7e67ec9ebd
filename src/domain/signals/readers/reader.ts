import type { Window } from '#src/domain/signals/window/window.ts'

/** What a reader found on a page: a finite number, never negative, and where it came from. */
export type Measured = {
  readonly value: number
  readonly from: string
  readonly of: string | null
  readonly bound: number | null
}

/** Which families a reader needs from the text: by exact name, or by how the name ends. */
export type Wants = { readonly exact: readonly string[]; readonly endings: readonly string[] }

/** One way to a number. `read` answers null where the page does not say it, or does not say it yet. */
export type Reader = { readonly wants: Wants; readonly read: (window: Window) => Measured | null }

/** Wishes for exact names only. */
export const wantsExact = (...exact: readonly string[]): Wants => ({ exact, endings: [] })

/** All that several readers need. */
export const wantsOfAll = (needs: readonly { readonly wants: Wants }[]): Wants => ({
  exact: needs.flatMap(({ wants }) => wants.exact),
  endings: needs.flatMap(({ wants }) => wants.endings),
})

/** A plain number as a finding. Null for NaN, ±Inf and negatives: no canonical signal can be below zero. */
export const measured = (value: number, from: string, of: string | null = null): Measured | null =>
  Number.isFinite(value) && value >= 0 ? { value, from, of, bound: null } : null

/**
 * A limit, or null where the number means "no limit": 0 (`go_sql_max_open_connections`, redis maxmemory),
 * -1 (JVM pools), Java's Integer.MAX_VALUE, and whatever is near 2^63 or 2^64 (cgroup v1, GOMEMLIMIT,
 * `node_filefd_maximum`).
 */
export const usableBound = (limit: number | null | undefined): number | null =>
  limit !== null && limit !== undefined && limit > 0 && limit < 2 ** 62 && limit !== 2 ** 31 - 1
    ? limit
    : null

/** Adds up smallest first, so that the order of lines on the page cannot change the last digit. */
export const sumOf = (values: readonly number[]): number => {
  if (values.length === 1) return values[0] ?? 0
  let sum = 0
  for (const value of values.toSorted((a, b) => a - b)) sum += value
  return sum
}
