import type { Window } from '#src/domain/signals/window/window.ts'
import { type Figure, figureByMember, figureText, figureWants } from './figure.ts'
import { measured, type Measured, type Reader, usableBound } from './reader.ts'

/** Several things of one kind, of which the one nearest its limit speaks for all. */
export type Members = {
  /** The labels that name a member. */
  readonly by: readonly string[]
  readonly used: Figure
  readonly bound?: Figure
}

const fullness = ({ value, bound }: Measured): number => (bound === null ? 0 : value / bound)

const byName = (a: Measured, b: Measured): number => ((a.of ?? '') < (b.of ?? '') ? -1 : 1)

/** Nearest its limit first; without limits the largest; equals by name. */
const byFullness = (a: Measured, b: Measured): number =>
  fullness(b) - fullness(a) || b.value - a.value || byName(a, b)

/** All members on the page with what they use and their limit where one is known. */
export const membersOn = (window: Window, { by, used, bound }: Members): readonly Measured[] => {
  const limits = bound === undefined ? new Map() : figureByMember(window, by, bound)
  const found: Measured[] = []
  for (const [of, value] of figureByMember(window, by, used)) {
    const limit = usableBound(limits.get(of))
    const from =
      limit === null || bound === undefined ? figureText(used) : `${figureText(used)} of ${figureText(bound)}`
    const member = measured(value, from, of)
    if (member !== null) found.push({ ...member, bound: limit })
  }
  return found
}

/** The member nearest its limit, named in `of`. */
export const fullest = (members: Members): Reader => ({
  wants: figureWants(members.used, members.bound),
  read: (window) => membersOn(window, members).toSorted(byFullness)[0] ?? null,
})

/** How full the fullest member is, 0 to 1 and above; absent where no member has a limit. */
export const fullestShare = (members: Members & { readonly bound: Figure }): Reader => ({
  wants: figureWants(members.used, members.bound),
  read: (window) => {
    const [top] = membersOn(window, members)
      .filter(({ bound }) => bound !== null)
      .toSorted(byFullness)
    return top === undefined ? null : measured(fullness(top), top.from, top.of)
  },
})
