/** The delivered page, as far as its build can be told. */
export type BuiltPage = {
  /** The file that the page begins with: its name holds a hash of all that it brings. */
  readonly entry: string
  /** Everything that the page asks for by itself, the entry among it; full addresses. */
  readonly assets: readonly string[]
}

const TAG = /<(?:script|link)\b[^>]*>/gi
const ATTRIBUTE = /([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g
const LOADED: ReadonlySet<string> = new Set(['stylesheet', 'modulepreload', 'preload'])
const MOST_ASSETS = 20

function attributesOf(tag: string): ReadonlyMap<string, string> {
  const inner = tag.replace(/^<\w+/, '')
  const found = [...inner.matchAll(ATTRIBUTE)].map(
    ([, name = '', a, b, c]) => [name.toLowerCase(), a ?? b ?? c ?? ''] as const,
  )
  return new Map(found)
}

function addressOf(attributes: ReadonlyMap<string, string>): string | null {
  const source = attributes.get('src')
  if (source !== undefined) return source
  return LOADED.has((attributes.get('rel') ?? '').toLowerCase()) ? (attributes.get('href') ?? null) : null
}

/** A file's name without its hash: `index-B3xk_9Qa.js` is `index`. */
const stemOf = (url: string): string => (url.split('/').pop() ?? '').replace(/-[\w-]{8}\.js$/, '')

const folderOf = (url: string): string => url.slice(0, url.lastIndexOf('/') + 1)

/** A full address for one as it stands in the page; null for what is none. */
export type Resolve = (address: string) => string | null

/**
 * What a page's HTML loads. Null for a page that is not another build of the one whose
 * entry is `own`: one without a module script in the same folder and of the same name but for its hash, such as the
 * sign-in page of a proxy. Read by its tags alone: the built page has no script or comment of its own that could hold one.
 */
export function builtPage(html: string, resolve: Resolve, own: string): BuiltPage | null {
  const assets: string[] = []
  let entry: string | null = null
  for (const [tag] of html.matchAll(TAG)) {
    const attributes = attributesOf(tag)
    const address = addressOf(attributes)
    const url = address === null ? null : resolve(address)
    if (url === null) continue
    assets.push(url)
    const isEntry = attributes.get('type') === 'module' && stemOf(url) === stemOf(own)
    if (isEntry && folderOf(url) === folderOf(own)) entry ??= url
  }
  return entry === null || assets.length > MOST_ASSETS ? null : { entry, assets }
}
