import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'

/** What a form asks for before something is done to a ticket. */
export type DeedForm = 'assign' | 'requalify' | 'pause' | 'resolve' | 'reopen' | 'merge' | 'comment'

/** What the open window on the page asks for. */
export type Asking =
  /** Who somebody is, and what they were about to do. */
  | { readonly kind: 'name' | 'sign-in'; readonly next: () => void }
  | { readonly kind: 'form'; readonly form: DeedForm; readonly row: TicketRow }
  /** What may be done to a ticket. */
  | { readonly kind: 'menu'; readonly row: TicketRow }
  | { readonly kind: 'new' }
