import type { Fleet } from '#src/domain/fleet/fleet.ts'
import type { FleetIssue } from '#src/domain/fleet/fleetIssue.ts'
import { parseFleet } from '#src/domain/fleet/parseFleet.ts'
import { parseJson } from '#src/domain/json/parseJson.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import { type DurationMs, mebibytes, seconds } from '#src/domain/time/units.ts'
import type { Ports } from '#src/engine/ports.ts'
import { bodyText } from '#src/engine/probe/bodyText.ts'
import { unusableUrls } from './unusableUrls.ts'

/** How often the fleet file is looked at for changes; it is also the sign that home answers. */
export const RELOAD_EVERY: DurationMs = seconds(10)

const TIMEOUT: DurationMs = seconds(5)
const CAP = mebibytes(16)

/** What one look at the fleet file found. `same`: nothing changed since the last good or faulty one. */
export type FleetLook = (
  | { readonly kind: 'same' }
  | { readonly kind: 'fleet'; readonly fleet: Fleet }
  | { readonly kind: 'invalid'; readonly issues: readonly FleetIssue[] }
  | { readonly kind: 'unreachable'; readonly detail: string; readonly answered: boolean }
) & {
  /** While the file cannot be used: the last good one that its server has kept; null where that is no news. */
  readonly lastGood: Fleet | null
}

function parse(text: string, url: string, timeZone: string): Result<Fleet, readonly FleetIssue[]> {
  const json = parseJson(text)
  if (!json.ok) {
    const { line, column, endsEarly } = json.error
    const issue = {
      path: '',
      found: `${endsEarly ? 'a text that ends too early' : 'something else than JSON'} from line ${line}, column ${column} on`,
      expected: 'valid JSON',
      repair: 'Look there for a missing comma, quote or bracket; JSON knows no comments.',
    }
    return err([issue])
  }
  const parsed = parseFleet(json.value, timeZone)
  if (!parsed.ok) return parsed
  const issues = unusableUrls(parsed.value, json.value, url)
  return issues.length === 0 ? parsed : err(issues)
}

/**
 * Where the server of a file that cannot be used keeps the last good one: a link to the predecessor (RFC 8288, with
 * the relation of RFC 5829), as the gateway sends it. Null without one, or where it leads to another server.
 */
function lastGoodUrl(link: string | undefined, url: string): string | null {
  const [, target] = /<([^<>]*)>\s*;\s*rel="?predecessor-version\b/.exec(link ?? '') ?? []
  if (target === undefined || !URL.canParse(target, url)) return null
  const found = new URL(target, url)
  return found.origin === new URL(url).origin ? found.href : null
}

/** Looks at the fleet file, and tells only what is new. */
export function fleetFile(url: string, ports: Ports): { look(): Promise<FleetLook> } {
  let lastText: string | null = null
  /** The text of the fleet that was told last. */
  let textInUse: string | null = null
  let wasGood = false

  const get = async (from: string) => {
    const body = bodyText(CAP)
    const got = await ports.get(
      // The page came with these cookies: behind a single-sign-on proxy its fleet file does not come without.
      { url: from, credentials: 'same-origin', timeout: TIMEOUT, mode: 'read', signal: null },
      () => body,
    )
    return got.ok ? ok({ head: got.value, body }) : got
  }

  const lookForLastGood = async (link: string | undefined): Promise<Fleet | null> => {
    const from = lastGoodUrl(link, url)
    const got = from === null ? null : await get(from)
    if (!got?.ok || got.value.head.status !== 200) return null
    const text = got.value.body.text()
    if (text === textInUse) return null
    const parsed = parse(text, url, ports.timeZone)
    if (!parsed.ok) return null
    textInUse = text
    return parsed.value
  }

  const lookAt = async (text: string, link: string | undefined): Promise<FleetLook> => {
    if (text === lastText && !wasGood) return { kind: 'same', lastGood: await lookForLastGood(link) }
    if (text === lastText && text === textInUse) return { kind: 'same', lastGood: null }
    const parsed = parse(text, url, ports.timeZone)
    lastText = text
    wasGood = parsed.ok
    if (!parsed.ok) return { kind: 'invalid', issues: parsed.error, lastGood: await lookForLastGood(link) }
    textInUse = text
    return { kind: 'fleet', fleet: parsed.value, lastGood: null }
  }

  return {
    async look() {
      const got = await get(url)
      if (!got.ok) {
        const detail = got.error.kind === 'timeout' ? `no answer within ${TIMEOUT / 1000} s` : 'no answer'
        return { kind: 'unreachable', detail, answered: false, lastGood: null }
      }
      const { head, body } = got.value
      const link = head.headers['link']
      if (head.status === 200) return lookAt(body.text(), link)
      const detail = `HTTP ${head.status}`
      return { kind: 'unreachable', detail, answered: true, lastGood: await lookForLastGood(link) }
    },
  }
}
