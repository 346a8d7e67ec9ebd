import { useSyncExternalStore } from 'react'

/** The part of the address behind `#`: a path, and parameters after `?`. */
export type HashRoute = { readonly path: string; readonly params: URLSearchParams }

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

/** Puts parameters into the address in place of the present one; null or an empty text takes one out. */
export function setParams(changes: Readonly<Record<string, string | null>>): void {
  const { path, params } = parseHash(readHash())
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') params.delete(name)
    else params.set(name, value)
  }
  const before = location.href
  history.replaceState(history.state, '', printHash({ path, params }))
  dispatchEvent(new HashChangeEvent('hashchange', { oldURL: before, newURL: location.href }))
}

/** One parameter of the present address, or the empty text. */
export const getParam = (name: string): string => parseHash(readHash()).params.get(name) ?? ''

/** The same, drawn again when it changes. */
export const useParam = (name: string): string => useSyncExternalStore(subscribe, () => getParam(name))

/** The present path, in the shape of a wouter location hook. Parameters are read with `useParam`. */
export function useHashPath(): [string, (to: string) => void] {
  const path = useSyncExternalStore(subscribe, () => parseHash(readHash()).path)
  return [path, goTo]
}

function goTo(to: string): void {
  location.hash = to
}
