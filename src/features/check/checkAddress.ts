import { printTimestamp } from '#src/domain/time/printTimestamp.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { setParams, useParam } from '#src/state/hashRoute.ts'
import { hashTo } from '#src/state/hashTo.ts'

/** What the screen shows of a check; it stands in the address, so that a link shows the same to somebody else. */
export const CHECK_VIEWS = ['check', 'report', 'week', 'handover'] as const

export type ShownView = (typeof CHECK_VIEWS)[number]

/** The view that the address asks for; the check itself where it names none that there is. */
export function useShownView(): ShownView {
  const asked = useParam('view')
  return CHECK_VIEWS.find((view) => view === asked) ?? 'check'
}

/** Goes to a view; what else stands in the address stays. */
export const showView = (view: ShownView): void => setParams({ view: view === 'check' ? null : view })

/** The screen of a service, at a moment of the past where one is given. */
export const serviceAt = (service: string, at: EpochMs | null): string =>
  hashTo(`/s/${encodeURIComponent(service)}`, at === null ? {} : { at: printTimestamp(at) })

/** The page of a ticket. */
export const ticketHref = (code: string): string => hashTo(`/t/${code}`)
