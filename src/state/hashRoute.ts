import { useSyncExternalStore } from 'react'

/** The part of the address behind `#`: a path, and parameters after `?`. */
export type HashRoute = { readonly path: string; readonly params: URLSearchParams }

/** `push`: the browser's Back undoes it. `replace`: it does not, as while somebody types. */
export type Trace = 'push' | 'replace'

/** Reads `#/s/orders?layer=ready`. Nothing, `#` and `#/` are all the path `/`. */
export function parseHash(hash: string): HashRoute {
  const [path = '', ...rest] = hash.replace(/^#?\/?/, '').split('?')
  return { path: `/${path}`, params: new URLSearchParams(rest.join('?')) }
}

/** Writes what `parseHash` reads; commas stay readable. */
export function printHash({ path, params }: HashRoute): string {
  const query = params.toString().replaceAll('%2C', ',')
  return query === '' ? `#${path}` : `#${path}?${query}`
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

const readHash = (): string => location.hash

/** The present path and parameters. */
export const presentRoute = (): HashRoute => parseHash(readHash())

/** Goes to a route. Nothing happens where that is the present one. */
function goToRoute(route: HashRoute, trace: Trace): void {
  const hash = printHash(route)
  if (hash === printHash(presentRoute())) return
  const before = location.href
  if (trace === 'push') history.pushState(null, '', hash)
  else history.replaceState(history.state, '', hash)
  dispatchEvent(new HashChangeEvent('hashchange', { oldURL: before, newURL: location.href }))
}

/** The present route with other parameters; null or an empty text takes one out. */
export function routeWith(changes: Readonly<Record<string, string | null>>): HashRoute {
  const { path, params } = presentRoute()
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') params.delete(name)
    else params.set(name, value)
  }
  return { path, params }
}

/** Puts parameters into the address. */
export const setParams = (changes: Readonly<Record<string, string | null>>, trace: Trace = 'push'): void =>
  goToRoute(routeWith(changes), trace)

/** One parameter of the present address, or the empty text. */
export const getParam = (name: string): string => presentRoute().params.get(name) ?? ''

/** The same, drawn again when it changes. */
export const useParam = (name: string): string => useSyncExternalStore(subscribe, () => getParam(name))

/** The present path, in the shape of a wouter location hook. Parameters are read with `useParam`. */
export function useHashPath(): [string, (to: string) => void] {
  const path = useSyncExternalStore(subscribe, () => presentRoute().path)
  return [path, goTo]
}

function goTo(to: string): void {
  location.hash = to
}
