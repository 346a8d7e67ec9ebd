import { cutText } from '#src/domain/health/cutText.ts'
import { requestOf } from './requestOf.ts'

/** Longer than that it is a sentence, no name. */
const NAME_CAP = 80

const SERVICE = /^\s*\[[^\]]{1,100}\]\s*/

/** What differs from line to line: quoted text, UUIDs and other hexadecimal ids, numbers with their units. */
const VARIABLE =
  /"[^"]*"|(?<=^|[\s=(])'[^']*'|\b[\da-f]{8}-[\da-f-]{27}\b|\b(?=[a-f]*\d)[\da-f]{8,}\b|\b\d+(?:[.,:]\d+)*(?:(?: (?=(?:[mnµ]?s|min|h|[kmg]?i?b)\b))?[a-zµ]{1,3}\b|%|\b)/gi

/**
 * What was attempted, after the convention `[service] operation: cause: …` by which errors are wrapped: the text before
 * the first `: `, without the service. A message that is not so written is told by its words, with `…` for numbers and
 * quoted text, so that lines of one kind have one operation; one that begins with a request, by that request.
 */
export function operationOf(message: string): string {
  const own = message.slice(0, NAME_CAP * 10).replace(SERVICE, '')
  const [head = ''] = own.split(/:\s|\n/, 1)
  const request = requestOf(head)
  if (request !== null) return request
  const name = head.replaceAll(VARIABLE, '…').replaceAll(/\s+/g, ' ').trim()
  return cutText(name === '' ? own.trim() : name, NAME_CAP)
}
