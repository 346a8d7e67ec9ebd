import type { Detail } from '#src/state/screen.ts'

type Props = {
  readonly service: string
  readonly pod: Detail['pods'][number]
}

/** To be drawn. */
export function ResourcesLayer(_props: Props) {
  return null
}
