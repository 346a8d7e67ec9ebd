import { isHtml } from './isHtml.ts'
import { padded } from './padded.ts'
import { decodeUtf8 } from './utf8.ts'

// JSON begins with `[`, `{}` or `{"key":`; `{"name",` and `{"name"}` begin a sample with a quoted name.
const JSON_START = /^\s*(?:\[|\{\s*(?:\}|"(?:[^"\\]|\\.)*"\s*:|$))/
const QUOTED_START = /^\s*\{\s*"(?:[^"\\]|\\.)*$/
const ENOUGH = 512

/**
 * Which reader a metrics page needs, told from its first bytes: content types often lie (etcd sends JSON as
 * text/plain, HAProxy HTML). A key that is cut off counts as JSON. `empty`: nothing but white space so far.
 */
export const sniffMetrics = (firstBytes: Uint8Array): 'json' | 'text' | 'html' | 'empty' => {
  const view = padded(firstBytes.subarray(0, ENOUGH))
  const to = Math.min(firstBytes.length, ENOUGH)
  const text = decodeUtf8(view, 0, to)
  if (text.trim() === '') return 'empty'
  if (isHtml(view, 0, to)) return 'html'
  return JSON_START.test(text) || QUOTED_START.test(text) ? 'json' : 'text'
}
