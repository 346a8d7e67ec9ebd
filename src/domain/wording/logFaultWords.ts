import { ticketTexts } from './ticketTexts.ts'

const { log: words } = ticketTexts

/** What went wrong last with the log of tickets, as far as it is put into words. */
export type LogFault =
  | { readonly kind: 'store'; readonly failure: { readonly kind: string; readonly detail: string } }
  | { readonly kind: keyof (typeof words)['fault']; readonly detail: string }

/** What went wrong with the log, in one sentence with the words of the engine or the browser. */
export function logFaultWords(fault: LogFault): string {
  if (fault.kind !== 'store') return words.fault[fault.kind](fault.detail)
  return fault.failure.kind === 'quota' ? words.storeFull : words.storeFault(fault.failure.detail)
}
