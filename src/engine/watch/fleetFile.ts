import type { Fleet } from '#src/domain/fleet/fleet.ts'
import type { FleetIssue } from '#src/domain/fleet/fleetIssue.ts'
import { parseFleet } from '#src/domain/fleet/parseFleet.ts'
import { parseJson } from '#src/domain/json/parseJson.ts'
import { type DurationMs, mebibytes, seconds } from '#src/domain/time/units.ts'
import type { Ports } from '#src/engine/ports.ts'
import { bodyText } from '#src/engine/probe/bodyText.ts'
import { unusableUrls } from './unusableUrls.ts'

/** How often the fleet file is looked at for changes; it is also the sign that home answers. */
export const RELOAD_EVERY: DurationMs = seconds(10)

const TIMEOUT: DurationMs = seconds(5)
const CAP = mebibytes(16)

/** What one look at the fleet file found. `same`: nothing changed since the last good or faulty one. */
export type FleetLook =
  | { readonly kind: 'same' }
  | { readonly kind: 'fleet'; readonly fleet: Fleet }
  | { readonly kind: 'invalid'; readonly issues: readonly FleetIssue[] }
  | { readonly kind: 'unreachable'; readonly detail: string; readonly answered: boolean }

function parse(text: string, url: string): FleetLook {
  const json = parseJson(text)
  if (!json.ok) {
    const { line, column, endsEarly } = json.error
    const issue = {
      path: '',
      found: `${endsEarly ? 'a text that ends too early' : 'something else than JSON'} from line ${line}, column ${column} on`,
      expected: 'valid JSON',
      repair: 'Look there for a missing comma, quote or bracket; JSON knows no comments.',
    }
    return { kind: 'invalid', issues: [issue] }
  }
  const parsed = parseFleet(json.value)
  if (!parsed.ok) return { kind: 'invalid', issues: parsed.error }
  const issues = unusableUrls(parsed.value, json.value, url)
  return issues.length === 0 ? { kind: 'fleet', fleet: parsed.value } : { kind: 'invalid', issues }
}

/** Looks at the fleet file, and tells only what is new. */
export function fleetFile(url: string, ports: Ports): { look(): Promise<FleetLook> } {
  let lastText: string | null = null
  return {
    async look() {
      const body = bodyText(CAP)
      const got = await ports.get({ url, credentials: 'omit', timeout: TIMEOUT, mode: 'read' }, () => body)
      if (!got.ok) {
        const detail = got.error.kind === 'timeout' ? `no answer within ${TIMEOUT / 1000} s` : 'no answer'
        return { kind: 'unreachable', detail, answered: false }
      }
      if (got.value.status !== 200)
        return { kind: 'unreachable', detail: `HTTP ${got.value.status}`, answered: true }
      const text = body.text()
      if (text === lastText) return { kind: 'same' }
      lastText = text
      return parse(text, url)
    },
  }
}
