const WEB_URL = /^(https?):\/\/([^\s/?#@]+)(?:[/?#]|$)/i
const PORT = /:\d+$/

/**
 * `host:port` of an http(s) URL in lower case, as Prometheus writes `instance`: the scheme's own port where none is
 * written. Null for a path or another scheme.
 */
export function hostPortOf(url: string): string | null {
  const [, scheme, authority] = WEB_URL.exec(url) ?? []
  if (scheme === undefined || authority === undefined) return null
  const host = authority.toLowerCase()
  if (PORT.test(host)) return host
  return `${host}:${scheme.toLowerCase() === 'https' ? 443 : 80}`
}

/** The host of an `instance`, in lower case and without its port. */
export const hostOf = (instance: string): string => instance.toLowerCase().replace(PORT, '')
