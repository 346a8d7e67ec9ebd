import type { ReactNode } from 'react'

type Props = {
  readonly service: string
  /** Null on the screen of the service itself. */
  readonly pod: string | null
  readonly children?: ReactNode
}

/** To be drawn. */
export function DrillHead({ service, pod, children }: Props) {
  return (
    <header>
      <h1>{pod === null ? service : `${service} ${pod}`}</h1>
      {children}
    </header>
  )
}
