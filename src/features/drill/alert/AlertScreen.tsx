import { Notice } from '#src/ui/Notice.tsx'

/** To be drawn. */
export function AlertScreen() {
  return <Notice title="Alert">{null}</Notice>
}
