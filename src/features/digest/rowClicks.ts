import { endsSelection, onPresses } from './endsSelection.ts'
import { toggleRow } from './viewParams.ts'

/** What has a click of its own. */
const OWN = 'a, button, input, summary, label, [popover]'

/** The service whose row, not its open panel, was clicked; null where the click means something else. */
function rowUnder(event: MouseEvent): string | null {
  const { target, detail, defaultPrevented } = event
  // The second click of two selects a word.
  if (!(target instanceof Element) || defaultPrevented || detail > 1) return null
  if (target.closest(OWN) !== null) return null
  const row = target.closest<HTMLElement>('article')
  const name = row?.closest<HTMLElement>('[data-item]')?.dataset.item
  return row === null || name === undefined || endsSelection(event, row) ? null : name
}

function onClick(event: MouseEvent): void {
  const name = rowUnder(event)
  if (name !== null) toggleRow(name)
}

/** Lets a plain click anywhere on a row open or close it; one that ends a selection does not. Returns how to stop. */
export function onRowClicks(): () => void {
  const stop = onPresses()
  document.addEventListener('click', onClick)
  return () => {
    document.removeEventListener('click', onClick)
    stop()
  }
}
