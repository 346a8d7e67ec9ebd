import { englishWays } from '#src/domain/wording/englishWays.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { useKeysHelp } from '#src/state/useKeysHelp.ts'
import { KeysDialog } from '#src/ui/KeysDialog.tsx'

const LIST = [...screenTexts.help.list, ...englishWays.keys]

/** The `?` of the digest, by button and by key, with the way to the rules. */
export function KeysButton() {
  return (
    <KeysDialog list={LIST} {...useKeysHelp()}>
      <a href={hashTo('/rules')}>{screenTexts.rules}</a>
    </KeysDialog>
  )
}
