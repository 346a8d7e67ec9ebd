import { getParam, printHash } from './hashRoute.ts'

/** The address of another screen. Of the present parameters only the one that names the fleet file goes along. */
export function hashTo(path: string, params: Readonly<Record<string, string>> = {}): string {
  const fleet = getParam('fleet')
  const kept = fleet === '' ? params : { fleet, ...params }
  return printHash({ path, params: new URLSearchParams(kept) })
}
