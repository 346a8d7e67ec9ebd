const OPENMETRICS = /^\s*application\/openmetrics-text\b/i
const PROMETHEUS_TEXT = /^\s*text\/plain\s*;.*\bversion\s*=\s*"?0\.0\.4\b/i

/** The format that a content type names; null for any other, a bare `text/plain` included. */
export const declaredFormat = (contentType: string | null): 'prometheus-text' | 'openmetrics' | null => {
  if (contentType === null) return null
  if (OPENMETRICS.test(contentType)) return 'openmetrics'
  return PROMETHEUS_TEXT.test(contentType) ? 'prometheus-text' : null
}
