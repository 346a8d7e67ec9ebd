import { fleetTitle } from '#src/domain/wording/fleetTitle.ts'
import { startTexts } from '#src/domain/wording/startTexts.ts'
import type { WatchState, WatchStore } from '#src/state/watchStore.ts'
import { favicon } from '#src/ui/favicon.ts'

/** What the window shows of the fleet where nothing else of it is seen: in the tab and the task bar. */
function wear({ strip }: WatchState): void {
  const title = strip === null ? startTexts.product : fleetTitle(strip)
  if (document.title !== title) document.title = title
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
  const href = favicon(strip?.light ?? 'unknown')
  if (icon !== null && icon.href !== href) icon.href = href
}

/** Lets title and icon of the window follow the fleet's light. */
export function wearFleetLight(watch: WatchStore): void {
  wear(watch.getState())
  watch.subscribe((state, before) => {
    if (state.strip !== before.strip) wear(state)
  })
}
