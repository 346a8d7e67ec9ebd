import type { WalkStep } from '#src/domain/check/walkOf.ts'

/** What the open window on the check asks for. */
export type Asking =
  /** Who somebody is, and what they were about to do. */
  | { readonly kind: 'name' | 'sign-in'; readonly next: () => void }
  /** Until when a matter is watched, or what a ticket of it says: with the note that was written so far. */
  | { readonly kind: 'watch' | 'ticket'; readonly step: WalkStep; readonly note: string }
  | { readonly kind: 'sign-off' }
