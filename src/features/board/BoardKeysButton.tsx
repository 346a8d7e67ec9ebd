import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { KeysDialog } from './deed/KeysDialog.tsx'

/** The `?` of the board. */
export function BoardKeysButton() {
  return <KeysDialog list={ticketTexts.board.keyList} />
}
