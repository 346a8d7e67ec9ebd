import { found } from './finding.ts'
import type { Finding, HealthContext } from './finding.ts'
import { firstFinding, JSON_FAMILIES, LIST_FAMILIES, TEXT_FAMILIES } from './healthFamilies.ts'
import { isHtml, readHtml } from './htmlPage.ts'
import { looksLikeJson } from './looksLikeJson.ts'
import { asObject } from '#src/domain/json/jsonValue.ts'
import type { JsonObject } from '#src/domain/json/jsonValue.ts'
import { type NotJson, parseJson } from '#src/domain/json/parseJson.ts'

export type HealthBody = {
  /** Null: the body is sound, but no family knows its shape. */
  readonly finding: Finding | null
  /** The body as an object, where it is one: logs and metrics may stand in it whatever its family. */
  readonly root: JsonObject | null
}

const isJsonType = (mediaType: string): boolean => /[/+]json$/.test(mediaType)

/** Finds out what a body is from its own first characters, never from its content type alone, and reads it. */
export const readHealthBody = (body: string, context: HealthContext): HealthBody => {
  const text = body.trim()
  if (text === '') return only(found({ format: 'empty', state: 'ok' }))
  if (isBinary(text)) return only(unreadable('the body is not text'))
  if (isHtml(text, context.mediaType)) return only(readHtml(text, context.status))
  if (looksLikeJson(text)) return readJson(text, context)
  return readText(text, context)
}

const only = (finding: Finding | null): HealthBody => ({ finding, root: null })

const placed = ({ reason, line, column }: NotJson): string => `${reason}, at line ${line} column ${column}`

const unreadable = (words: string): Finding => found({ format: 'http-status', state: 'unknown', words })

const readText = (text: string, context: HealthContext): HealthBody => {
  const scalar = parseJson(text)
  const inner = scalar.ok && typeof scalar.value === 'string' ? scalar.value.trim() : text
  if (inner === '') return only(unreadable('an empty text in JSON'))
  const finding = firstFinding(TEXT_FAMILIES, inner, context)
  if (finding !== null || scalar.ok || !isJsonType(context.mediaType)) return only(finding)
  return only(unreadable(placed(scalar.error)))
}

const readJson = (text: string, context: HealthContext): HealthBody => {
  const parsed = parseJson(text)
  if (!parsed.ok) return only(unreadable(placed(parsed.error)))
  const { value } = parsed
  const root = asObject(value)
  if (root !== null) return { finding: readObject(root, context), root }
  return only(Array.isArray(value) ? readList(value, context) : null)
}

const readObject = (root: JsonObject, context: HealthContext): Finding | null => {
  const finding = firstFinding(JSON_FAMILIES, root, context)
  if (finding !== null || Object.keys(root).length > 0) return finding
  return found({ format: 'empty', state: 'ok' })
}

/** Of an empty list nothing can be told: Consul answers so for a service that nobody has registered. */
const readList = (list: readonly unknown[], context: HealthContext): Finding | null =>
  list.length === 0 ? unreadable('an empty list') : firstFinding(LIST_FAMILIES, list, context)

const LOOK_AT = 1000

/** Control characters that no text holds, or many characters that were no UTF-8. */
const isBinary = (text: string): boolean => {
  const start = text.slice(0, LOOK_AT)
  let broken = 0
  for (let i = 0; i < start.length; i += 1) {
    const code = start.charCodeAt(i)
    if (code < 0x09 || (code > 0x0d && code < 0x20 && code !== 0x1b)) return true
    if (code === 0xff_fd) broken += 1
  }
  return broken * 10 > start.length
}
