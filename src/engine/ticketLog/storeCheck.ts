/** One thing that a shared engine has to allow, in the order in which it is tried. */
export type StoreCheckName =
  | 'load'
  | 'reach'
  | 'sign-in'
  | 'stream'
  | 'write-once'
  | 'no-delete'
  | 'read'
  | 'write'
  | 'write-as-others'

/** How one of them came out. `skipped`: one before it failed, or nobody is signed in. */
export type StoreCheck = {
  readonly name: StoreCheckName
  readonly outcome: 'passed' | 'failed' | 'skipped'
  /** What was seen: the engine's own words, or the subject that is not allowed. */
  readonly detail: string
}
