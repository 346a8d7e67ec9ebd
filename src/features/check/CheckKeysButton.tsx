import { englishCheckScreen } from '#src/domain/wording/englishCheckScreen.ts'
import { useKeysHelp } from '#src/state/useKeysHelp.ts'
import { KeysDialog } from '#src/ui/KeysDialog.tsx'

/** The `?` of the check, by button and by key. */
export function CheckKeysButton() {
  return <KeysDialog list={englishCheckScreen.keys} {...useKeysHelp()} />
}
