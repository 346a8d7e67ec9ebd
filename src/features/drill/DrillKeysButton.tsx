import { useKeysHelp } from '#src/state/useKeysHelp.ts'
import { KeysDialog } from '#src/ui/KeysDialog.tsx'

type Props = { readonly list: readonly (readonly [key: string, meaning: string])[] }

/** The `?` of a drill-down, by button and by key. */
export function DrillKeysButton({ list }: Props) {
  return <KeysDialog list={list} {...useKeysHelp()} />
}
