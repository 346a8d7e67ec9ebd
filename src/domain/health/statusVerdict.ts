import type { HealthState } from './healthReading.ts'

/**
 * What the HTTP status alone says: 2xx ok, from 500 on down. Everything else is an answer about the request
 * (redirected, refused, not found, too many) and tells nothing about the pod.
 */
export const stateOfStatus = (status: number): HealthState => {
  if (status >= 500) return 'down'
  return status >= 200 && status < 300 ? 'ok' : 'unknown'
}

const REFUSALS: ReadonlyMap<number, string> = new Map([
  [401, 'sign-in is needed'],
  [403, 'reading it is not allowed'],
  [404, 'there is no such path'],
  [405, 'GET is not allowed there'],
  [407, 'the proxy asks for a sign-in'],
  [410, 'the path is gone'],
  [511, 'the network asks for a sign-in'],
])

/** Why no body behind this status can be a health answer, or null when it may be one. */
export const refusalOf = (status: number): string | null => {
  if (status >= 300 && status < 400) return `HTTP ${status}: redirected elsewhere`
  const words = REFUSALS.get(status)
  return words === undefined ? null : `HTTP ${status}: ${words}`
}
