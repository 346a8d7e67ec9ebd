import type { Pin } from '#src/domain/ticket/pin.ts'

type Props = {
  readonly service: string
  /** Made when the button is pressed. */
  readonly pin: () => Pin
}

/** To be drawn. */
export function PinButton(_props: Props) {
  return null
}
