import type { Tombstone } from '#src/domain/tombstone/tombstone.ts'

type Props = { readonly tombstone: Tombstone }

/** To be drawn. */
export function TombstoneView(_props: Props) {
  return null
}
