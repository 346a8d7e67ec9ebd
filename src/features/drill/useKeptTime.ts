import { useParam } from '#src/state/hashRoute.ts'

/** The parameters that say of when this is, for links to another pod or service: whoever looks at 03:12 goes on looking at it. */
export function useKeptTime(): Readonly<Record<string, string>> {
  const [at, range] = [useParam('at'), useParam('range')]
  return { ...(at === '' ? {} : { at }), ...(range === '' ? {} : { range }) }
}
