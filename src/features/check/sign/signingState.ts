import { englishCheckScreen } from '#src/domain/wording/englishCheckScreen.ts'
import type { Desk } from '#src/state/boardStore.ts'

const { sign: words } = englishCheckScreen

/** Why nobody can sign off here now; null where somebody can. `isStalled`: the watch fell silent. */
export function whyNotSigned(desk: Desk | null, isStalled: boolean): string | null {
  if (desk === null || isStalled) return words.silent
  const { readOnly } = desk.log
  return readOnly === false || readOnly === 'not-signed-in' ? null : words.readOnly
}
