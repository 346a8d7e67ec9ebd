import { Notice } from '#src/ui/Notice.tsx'

/** To be drawn. */
export function PodScreen() {
  return <Notice title="Pod">{null}</Notice>
}
