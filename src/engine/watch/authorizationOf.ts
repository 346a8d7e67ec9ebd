/** Field values of HTTP beyond these may be changed or refused on the way (RFC 9110, 5.5). */
const SENDABLE = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/

const HAS_SCHEME = /^(?:basic|bearer) /i

/**
 * The Authorization header for what a person typed in: as it is where it names its scheme, else as a bearer token
 * (RFC 6750, 2.1). Blanks around it are left out; null for nothing, and for what a header cannot carry.
 */
export function authorizationOf(token: string): string | null {
  const text = token.trim()
  if (!SENDABLE.test(text)) return null
  return HAS_SCHEME.test(text) ? text : `Bearer ${text}`
}
