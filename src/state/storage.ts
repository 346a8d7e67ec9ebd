/** A place for small texts that outlives the page. Reading nothing and failing to write are ordinary. */
export type Storage = {
  readonly read: (key: string) => string | null
  readonly write: (key: string, text: string) => void
  readonly remove: (key: string) => void
}
