import { err, ok, type Result } from '#src/domain/result.ts'
import { startTexts } from '#src/domain/wording/startTexts.ts'
import { parseHash } from '#src/state/hashRoute.ts'

/** The page's address, as far as it names the fleet file. */
export type PageAddress = {
  readonly search: string
  readonly hash: string
  /** What relative addresses are resolved against: `document.baseURI`. */
  readonly base: string
  /** Other origins that may be read, from `<meta name="fleet-origins">`, apart by spaces. */
  readonly trusted: string
}

const DEFAULT = 'fleet.json'

/**
 * The address of the fleet file: `?fleet=` of the page or of its hash, else `fleet.json` beside the page.
 * An address of another origin is refused in a sentence: a link must not make this page show someone else's fleet.
 */
export function fleetUrl({ search, hash, base, trusted }: PageAddress): Result<string, string> {
  const asked = new URLSearchParams(search).get('fleet') ?? parseHash(hash).params.get('fleet') ?? DEFAULT
  const words = startTexts.fleetFile
  if (!URL.canParse(asked, base)) return err(words.unclear(asked))
  const url = new URL(asked, base)
  if (!/^https?:$/.test(url.protocol)) return err(words.unclear(asked))
  const origins = [new URL(base).origin, ...trusted.split(/\s+/)]
  return origins.includes(url.origin) ? ok(url.href) : err(words.refused(url.href, url.origin))
}
