import { englishEverywhere } from '#src/domain/wording/englishEverywhere.ts'
import { englishPalette } from '#src/domain/wording/englishPalette.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { Dialog } from '#src/ui/Dialog.tsx'
import { KeyList } from '#src/ui/KeyList.tsx'

/** The keys of a screen that has no list of its own: those that all of them have. */
export function PlainKeys({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog open title={screenTexts.keys} closeLabel={screenTexts.help.close} onClose={onClose}>
      <KeyList list={englishPalette.plainKeys} />
      <KeyList heading={englishEverywhere.heading} list={englishEverywhere.list} />
    </Dialog>
  )
}
