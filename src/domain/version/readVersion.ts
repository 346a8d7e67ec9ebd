import { isHtml } from '#src/domain/health/htmlPage.ts'
import { asObject } from '#src/domain/json/jsonValue.ts'
import { parseJson } from '#src/domain/json/parseJson.ts'

import { versionOfHeaders } from './versionOfHeaders.ts'
import { versionOfJson } from './versionOfJson.ts'
import { versionOfText } from './versionOfText.ts'
import type { VersionAnswer, VersionReading } from './versionReading.ts'

/**
 * Reads any answer of a version endpoint: JSON in the shapes of versionOfJson, plain text, else response headers.
 * The body is told by its own first characters, not by its content type. Null for anything but 2xx, for HTML, and
 * for an answer that tells nothing. Never throws.
 */
export const readVersion = (answer: VersionAnswer): VersionReading | null => {
  if (!(answer.status >= 200 && answer.status < 300)) return null
  const text = answer.body.trim()
  const mediaType = (answer.contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (isHtml(text, mediaType)) return null
  return versionOfBody(text) ?? versionOfHeaders(answer.headers)
}

const versionOfBody = (text: string): VersionReading | null => {
  const parsed = parseJson(text)
  if (!parsed.ok) return versionOfText(text)
  const root = asObject(parsed.value)
  if (root !== null) return versionOfJson(root)
  return typeof parsed.value === 'string' ? versionOfText(parsed.value) : versionOfText(text)
}
