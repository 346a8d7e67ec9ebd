import type { AlertmanagerSource } from '#src/domain/fleet/ticketSettings.ts'
import { oneLine } from '#src/domain/health/cutText.ts'
import { asText, isObject } from '#src/domain/json/jsonValue.ts'
import { parseJson } from '#src/domain/json/parseJson.ts'
import { err, type Result } from '#src/domain/result.ts'
import { type Bytes, type DurationMs, mebibytes, seconds } from '#src/domain/time/units.ts'
import { englishAlerts } from '#src/domain/wording/englishAlerts.ts'
import { failurePhrase } from '#src/domain/wording/failureWords.ts'
import type { HttpFailure, HttpHead, Ports } from '#src/engine/ports.ts'
import { bodyText } from '#src/engine/probe/bodyText.ts'
import { failureInHead } from '#src/engine/probe/classify.ts'
import { diagnose } from '#src/engine/probe/diagnose.ts'

/** What a client needs to know beside the world. */
export type AlertmanagerAccess = {
  readonly source: AlertmanagerSource
  /** What the source's URL may be relative to. */
  readonly fleetUrl: string
  /** Ends what is under way, and all that would come after. */
  readonly signal: AbortSignal
}

/** JSON of any shape, or what Alertmanager did instead, in words that follow its name. */
type Answered = Promise<Result<unknown, string>>

/** Asks one Alertmanager. Never rejects, never repeats. No Authorization header: its CORS headers refuse one. */
export type AlertmanagerClient = {
  readonly alerts: () => Answered
  readonly status: () => Answered
  readonly silences: () => Answered
  readonly post: (silence: object) => Answered
}

const TIMEOUT: DurationMs = seconds(4)
const CAP: Bytes = mebibytes(8)
const WHY_CAP = 200

const { fault } = englishAlerts

/** Where an Alertmanager is asked: absolute, ending in a slash. Null for what is no address. */
export function alertmanagerBase(url: string, fleetUrl: string): string | null {
  if (!URL.canParse(url, fleetUrl)) return null
  const { href } = new URL(url, fleetUrl)
  return href.endsWith('/') ? href : `${href}/`
}

/** The words of a refusal: a JSON text, or an object with a message (go-openapi). */
function whyOf(text: string): string {
  const json = parseJson(text)
  const said = json.ok && isObject(json.value) ? json.value['message'] : json.ok ? json.value : text
  return oneLine(asText(said) ?? '', WHY_CAP)
}

function read(head: HttpHead, url: string, took: DurationMs, text: string): Result<unknown, string> {
  const failure = failureInHead(head, url, took)
  if (failure !== null) return err(failurePhrase(failure))
  if (head.status < 200 || head.status > 299) return err(fault.refused(head.status, whyOf(text)))
  if (/^\s*</.test(text)) return err(failurePhrase({ kind: 'sign-in-needed', how: 'page' }))
  const json = parseJson(text)
  return json.ok ? json : err(fault.noJson(json.error.line, json.error.column))
}

/** A client of one Alertmanager. */
export function alertmanagerClient(access: AlertmanagerAccess, ports: Ports): AlertmanagerClient {
  const { source, fleetUrl, signal } = access
  const { credentials } = source
  const base = alertmanagerBase(source.url, fleetUrl)
  const filter = new URLSearchParams(source.filter.map((matcher) => ['filter', matcher])).toString()
  /** Why it is not reached is looked into with a second request, once; null while it is reached. */
  let diagnosed: string | null = null

  const whyNot = async (failure: HttpFailure, url: string, wasCut: boolean): Promise<string> => {
    if (failure.kind === 'timeout') return failurePhrase({ kind: 'timeout', after: TIMEOUT })
    if (failure.kind === 'aborted') return failurePhrase({ kind: 'aborted' })
    if (wasCut) return fault.cutOff
    const asking = { service: source, polling: { timeout: TIMEOUT } }
    diagnosed ??= failurePhrase(await diagnose(asking, url, fleetUrl, ports, signal))
    return diagnosed
  }

  const send = async (path: string, json: string | null): Answered => {
    if (signal.aborted) return err(fault.ended)
    if (base === null) return err(fault.noAddress)
    const url = `${base}api/v2/${path}`
    const body = bodyText(CAP)
    let began = false
    const sentAt = ports.monotonic()
    const sink = () => {
      began = true
      return body
    }
    const asked = { url, credentials, timeout: TIMEOUT, signal }
    const got = await (json === null
      ? ports.get({ ...asked, mode: 'read' }, sink)
      : ports.post({ ...asked, json }, sink))
    if (!got.ok) return err(await whyNot(got.error, url, began))
    diagnosed = null
    if (body.isCut()) return err(failurePhrase({ kind: 'too-large', cap: CAP }))
    return read(got.value, url, ports.monotonic() - sentAt, body.text())
  }

  const get = (path: string): Answered => send(path, null)

  return {
    alerts: () => get(filter === '' ? 'alerts' : `alerts?${filter}`),
    status: () => get('status'),
    silences: () => get('silences'),
    post: (silence) => send('silences', JSON.stringify(silence)),
  }
}
