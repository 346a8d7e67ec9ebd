/** What came of one request, as a test wants to see it. */
export type Asked = {
  readonly status: number
  readonly headers: Headers
  readonly body: string
  readonly tookMs: number
}

/** One GET, redirects not followed; rejects as `fetch` does, at the latest after `within` milliseconds. */
export async function ask(url: string, within = 5000): Promise<Asked> {
  const begun = performance.now()
  const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(within) })
  const body = await response.text()
  return { status: response.status, headers: response.headers, body, tookMs: performance.now() - begun }
}

/** How a request failed: `TimeoutError`, or the system's code such as `ECONNREFUSED`; null where it was answered. */
export async function failureOf(url: string, within = 5000): Promise<string | null> {
  try {
    await ask(url, within)
    return null
  } catch (cause) {
    if (!(cause instanceof Error)) return String(cause)
    const inner = cause.cause
    return inner instanceof Error && 'code' in inner ? String(inner.code) : cause.name
  }
}

/** The value of the first sample of a metrics page whose line begins so; NaN where there is none. */
export function sampleOf(page: string, beginning: string): number {
  const line = page.split('\n').find((each) => each.startsWith(beginning))
  return line === undefined ? Number.NaN : Number(line.slice(line.lastIndexOf(' ') + 1))
}
