/**
 * What ends a link of Markdown or a span of code, cannot be seen, turns the direction of what follows, or would be half
 * a character. In an address each may be written by its bytes.
 */
const UNSAFE = /[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}<>[\]()\\`|"]/gu

const escaped = (character: string): string => {
  const [point = 0xfffd] = [character.codePointAt(0)]
  // A lone half of a surrogate pair has no bytes in UTF-8: it is told as the replacement character.
  const isHalf = point >= 0xd800 && point <= 0xdfff
  return encodeURIComponent(isHalf ? '\ufffd' : character).replace(
    /[()]/g,
    (bracket) => `%${bracket.charCodeAt(0).toString(16)}`,
  )
}

/**
 * The address of a view of this dashboard; null where the address of the page is not known (`https://run.example/`, whatever
 * is behind its `#` left out). `link` begins with `#/`. No character of it ends a link of Markdown (RFC 3986, 2.1: each may
 * be percent-encoded).
 */
export function linkAddress(link: string, page: string | null): string | null {
  if (page === null || !/^https?:\/\//i.test(page)) return null
  const [address = ''] = page.split('#')
  return `${address.replace(UNSAFE, escaped)}${link.replace(UNSAFE, escaped)}`
}

/**
 * The way back to a view of this dashboard, as Markdown of one line: a link where the address of the page is known, else the
 * part behind it as code. `label` is Markdown, `link` begins with `#/`.
 */
export function markdownLink(label: string, link: string, page: string | null): string {
  const address = linkAddress(link, page)
  return address === null ? `\`${link.replace(UNSAFE, escaped)}\`` : `[${label}](<${address}>)`
}
