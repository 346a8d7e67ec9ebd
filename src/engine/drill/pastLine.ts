import type { VerdictJournal } from '#src/domain/journal/verdictJournal.ts'

/** How somebody fares who fills the journal from elsewhere: whether that goes on, and why it could not be done. */
export type PastReading = { readonly filling: boolean; readonly fault: string | null }

/**
 * The line between the journal, which comes in a chunk of its own and is read from its database then, and whoever fills it
 * with what this browser has not seen.
 */
export type PastLine = {
  /** Null until what is stored of it was read, or could not be. */
  journal(): VerdictJournal | null
  attach(journal: VerdictJournal): void
  tell(reading: PastReading): void
  reading(): PastReading
}

/** Nobody fills it yet. */
export function pastLine(): PastLine {
  let attached: VerdictJournal | null = null
  let told: PastReading = { filling: false, fault: null }
  return {
    journal: () => attached,
    attach(journal) {
      attached = journal
    },
    tell(reading) {
      told = reading
    },
    reading: () => told,
  }
}
