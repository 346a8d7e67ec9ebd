import type { EpochMs } from '#src/domain/time/units.ts'

type Props = { readonly service: string; readonly at: EpochMs }

/** To be drawn. */
export function ThenAndNow(_props: Props) {
  return null
}
