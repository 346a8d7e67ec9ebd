import { useKeysHelp } from '#src/state/useKeysHelp.ts'
import { KeysDialog } from '#src/ui/KeysDialog.tsx'

type Props = { readonly list: readonly (readonly [key: string, meaning: string])[] }

/** The `?` of the board and of a ticket, by button and by key. */
export function DeedKeysButton({ list }: Props) {
  return <KeysDialog list={list} {...useKeysHelp()} />
}
