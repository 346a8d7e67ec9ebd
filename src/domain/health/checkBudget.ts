/** So many parts of one answer are kept: more is a catalogue, not a health answer. */
export const CHECK_CAP = 5000

/** Parts of parts are followed so deep; deeper ones are left out. */
export const DEPTH_CAP = 32

/** What may still be read of one answer. It is used up by one reading and belongs to it alone. */
export type CheckBudget = { left: number; truncated: boolean }

export const newCheckBudget = (): CheckBudget => ({ left: CHECK_CAP, truncated: false })

/** Takes one check out of the budget; false, and remembered as truncated, when none is left. */
export const spendCheck = (budget: CheckBudget, depth: number): boolean => {
  if (budget.left > 0 && depth <= DEPTH_CAP) {
    budget.left -= 1
    return true
  }
  budget.truncated = true
  return false
}
