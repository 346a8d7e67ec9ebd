import type { PodTarget } from './podTarget.ts'

/**
 * A pod's Location header as the browser must see it: below the pod's base it becomes the gateway's path,
 * elsewhere a whole URL, since a path would point into the gateway. What is no URL stays as it is.
 * `asked`: the URL that the pod was asked for.
 */
export function pageLocation(location: string, asked: URL, target: PodTarget): string {
  if (!URL.canParse(location, asked.href)) return location
  const { base, prefix } = target
  const to = new URL(location, asked)
  const isBelow = to.origin === base.origin && `${to.pathname}/`.startsWith(base.pathname)
  if (!isBelow) return to.href
  return `${prefix}${to.pathname.slice(base.pathname.length)}${to.search}${to.hash}`
}
