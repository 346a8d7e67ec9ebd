import { useState } from 'react'
import { useScreen } from './screen.ts'
import { usePageKeys } from './usePageKeys.ts'
import { usePreference } from './preferences.ts'

/** Whether the list of a screen's keys is open, which `?` does; and whether single letters work, which is chosen there. */
export function useKeysHelp() {
  const [open, setOpen] = useState(false)
  const { preferences } = useScreen()
  const singleKeys = usePreference('singleKeys')
  usePageKeys({ '?': () => setOpen(true) })
  return {
    open,
    onToggle: setOpen,
    singleKeys,
    onSingleKeys: (wanted: boolean) => preferences.setState({ singleKeys: wanted }),
  }
}
