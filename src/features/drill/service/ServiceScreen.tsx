import { Notice } from '#src/ui/Notice.tsx'

/** To be drawn. */
export function ServiceScreen() {
  return <Notice title="Service">{null}</Notice>
}
