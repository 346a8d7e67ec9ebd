import { useEffect, useState } from 'react'
import { useScreen } from './screen.ts'
import { usePageKeys } from './usePageKeys.ts'
import { usePreference } from './preferences.ts'

/** A list of keys under a heading. */
type KeyList = {
  readonly heading: string
  readonly list: readonly (readonly [key: string, meaning: string])[]
}

/** The keys that every screen has; null until the list was opened once, and where it cannot be fetched. */
function useEverywhere(open: boolean): KeyList | null {
  const [everywhere, setEverywhere] = useState<KeyList | null>(null)
  useEffect(() => {
    if (!open) return
    import('#src/domain/wording/englishEverywhere.ts').then(
      ({ englishEverywhere }) => setEverywhere(englishEverywhere),
      () => {
        // The screen's own keys are listed all the same.
      },
    )
  }, [open])
  return everywhere
}

/** Whether the list of a screen's keys is open, which `?` does; and whether single letters work, which is chosen there. */
export function useKeysHelp() {
  const [open, setOpen] = useState(false)
  const { preferences } = useScreen()
  const singleKeys = usePreference('singleKeys')
  usePageKeys({ '?': () => setOpen(true) })
  return {
    open,
    onToggle: setOpen,
    everywhere: useEverywhere(open),
    singleKeys,
    onSingleKeys: (wanted: boolean) => preferences.setState({ singleKeys: wanted }),
  }
}
