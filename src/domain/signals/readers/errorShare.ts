import type { Labels } from '#src/domain/exposition/exposition.ts'
import { nameOnPage } from '#src/domain/signals/window/sampleIndex.ts'
import { measured, type Reader, type Wants, wantsExact } from './reader.ts'

/** How client libraries call the label that holds the HTTP status. */
const STATUS_LABELS = [
  'code',
  'status',
  'status_code',
  'http_response_status_code',
  'http_status_code',
  'response_code',
] as const

const HTTP_STATUS = /^[1-5](?:\d\d|xx)$/i

/** The gRPC codes that google.rpc.Code maps to HTTP 5xx. */
const GRPC_SERVER_FAULTS = new Set([
  'Unknown',
  'DeadlineExceeded',
  'Unimplemented',
  'Internal',
  'Unavailable',
  'DataLoss',
])

/** Whether a series counts failures of the server; null where its labels do not tell the outcome. */
const isServerFault = (labels: Labels): boolean | null => {
  for (const label of STATUS_LABELS) {
    const status = labels[label]
    if (status !== undefined && HTTP_STATUS.test(status)) return status.startsWith('5')
  }
  // Micrometer: SUCCESS, REDIRECTION, CLIENT_ERROR, SERVER_ERROR, UNKNOWN.
  if (labels['outcome'] !== undefined) return labels['outcome'] === 'SERVER_ERROR'
  if (labels['grpc_code'] !== undefined) return GRPC_SERVER_FAULTS.has(labels['grpc_code'])
  return null
}

const shareOf = (name: string, wants: Wants): Reader => ({
  wants,
  read: (window) => {
    let told = false
    let all = 0
    let failed = 0
    for (const { labels, by } of window.increases(name)) {
      const fault = isServerFault(labels)
      told ||= fault !== null
      all += by
      if (fault === true) failed += by
    }
    return told && all > 0 ? measured(failed / all, `5xx of ${nameOnPage(window.index, name) ?? name}`) : null
  },
})

/** The share of requests in the window that failed on the server's side, 0 to 1; absent without requests. */
export const errorShare = (counter: string): Reader => shareOf(counter, wantsExact(counter))

/** The same from the count of a histogram or summary. */
export const errorShareOfCount = (family: string): Reader => shareOf(`${family}_count`, wantsExact(family))
