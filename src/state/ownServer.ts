import { builtPage, type BuiltPage, type Resolve } from '#src/domain/build/builtPage.ts'
import { type Bytes, type DurationMs, kibibytes, seconds } from '#src/domain/time/units.ts'

const TIMEOUT: DurationMs = seconds(10)
/** The built page has some two kilobytes. */
const MOST: Bytes = kibibytes(64)

const resolve: Resolve = (address) =>
  URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI).href : null

/** The module script that this page began with, the last of them; null where the page was not built. */
export function ownEntry(): string | null {
  const scripts = document.querySelectorAll<HTMLScriptElement>('script[type="module"][src]')
  const { src } = [...scripts].at(-1) ?? { src: '' }
  return /-[\w-]{8}\.js$/.test(src) ? src : null
}

async function ask(url: string, init: RequestInit): Promise<Response | null> {
  const signal = AbortSignal.timeout(TIMEOUT)
  // A page that was moved, as to a sign-in, is none of ours.
  const response = await fetch(url, { credentials: 'same-origin', redirect: 'error', signal, ...init })
  return response.ok ? response : null
}

const typeOf = (response: Response | null): string => response?.headers.get('content-type') ?? ''

/** The page as the server has it now, by one GET; null where it does not answer with one of ours. */
export async function servedPage(): Promise<BuiltPage | null> {
  const own = ownEntry()
  if (own === null) return null
  try {
    const response = await ask(location.origin + location.pathname + location.search, { cache: 'no-store' })
    if (response === null || !typeOf(response).includes('html')) return null
    if (Number(response.headers.get('content-length') ?? 0) > MOST) return null
    const html = await response.text()
    return html.length > MOST ? null : builtPage(html, resolve, own)
  } catch {
    return null
  }
}

/** Whether the server has a file of a build: whole, and not a page that stands for whatever is missing. */
export async function isServed(asset: string): Promise<boolean> {
  try {
    const response = await ask(asset, {})
    if (response === null || typeOf(response).includes('html')) return false
    await response.arrayBuffer()
    return true
  } catch {
    return false
  }
}
