import { useMemo, useSyncExternalStore } from 'react'
import { type AlertLink, alertParams, parseAlertLink } from '#src/domain/alert/alertLink.ts'
import type { AlertLabels } from '#src/domain/fleet/alertLabels.ts'
import { presentRoute } from '#src/state/hashRoute.ts'
import { hashTo } from '#src/state/hashTo.ts'

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

/** All parameters of the present address: `filter` and `q` may be there several times. */
const readQuery = (): string => presentRoute().params.toString()

/** What the present address says of an alert, and the text that it is made of. */
export function useAlertLink(labels: AlertLabels): { readonly query: string; readonly link: AlertLink } {
  const query = useSyncExternalStore(subscribe, readQuery)
  const link = useMemo(() => parseAlertLink(new URLSearchParams(query), labels), [query, labels])
  return { query, link }
}

/** The address of this page for an alert. */
export const alertHref = (link: Omit<AlertLink, 'faults'>): string => hashTo('/alert', alertParams(link))
