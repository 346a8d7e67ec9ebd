import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { Notice } from '#src/ui/Notice.tsx'

/** The least that makes a service. */
const EXAMPLE = `{
  "services": [{ "name": "orders", "url": "http://127.0.0.1:8081" }]
}`

/** A good fleet file without a service: what to write. */
export function EmptyFleet() {
  return (
    <Notice>
      <p>{screenTexts.emptyFleet.fix}</p>
      <pre>{EXAMPLE}</pre>
    </Notice>
  )
}
