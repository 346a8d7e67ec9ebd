import { Readable, pipeline } from 'node:stream'
import { text } from '#e2e/fleet/dialects/answer.ts'
import type { Exchange, Fault } from './fault.ts'

const HUGE_BYTES = 64 * 1024 * 1024
const LINES_A_CHUNK = 600

/** One family with a series for every browser that ever came by: the label whose values never end. */
function* userAgents(): Generator<string> {
  yield '# HELP http_requests_by_agent_total Requests by user agent.\n# TYPE http_requests_by_agent_total counter\n'
  let written = 0
  for (let agent = 0; written < HUGE_BYTES; agent += LINES_A_CHUNK) {
    let chunk = ''
    for (let line = agent; line < agent + LINES_A_CHUNK; line += 1) {
      chunk += `http_requests_by_agent_total{method="GET",user_agent="Mozilla/5.0 (X11; build ${line}) Gecko"} ${line % 97}\n`
    }
    written += chunk.length
    yield chunk
  }
}

async function sendHuge({ begin, metricsPage, metricsType, response }: Exchange): Promise<void> {
  const page = await metricsPage()
  begin(200, metricsType)
  response.write(page)
  // The stream waits for the reader, so no more than a chunk is ever held.
  pipeline(Readable.from(userAgents()), response, () => {})
}

const BROKEN_LINES = [
  '# TYPE orders_total counter gauge',
  'orders_total{state="paid" 17',
  'orders_total{state=paid} 17',
  'orders_total{state="open"} seventeen',
  '= 5',
  'process_open_fds{',
  '\u0000\u0001\u0002',
].join('\n')

async function sendMalformed({ metricsPage, metricsType, send }: Exchange): Promise<void> {
  const page = await metricsPage()
  // In the middle and at the end, so that good lines stand before and after bad ones.
  const middle = page.indexOf('\n', page.length / 2) + 1
  const body = `${page.slice(0, middle)}${BROKEN_LINES}\n${page.slice(middle)}${BROKEN_LINES}\n`
  send({ status: 200, type: metricsType, body })
}

// Half of it looks like a page of metrics at first sight; not one line is a sample.
const UNREADABLE = [
  'panic: collected metric with label "path" twice',
  'goroutine 1834 [running]:',
  'main.(*collector).Collect(0xc000214000)',
  '\t/src/collector.go:118 +0x1d4',
  '',
].join('\n')

const onMetrics =
  (answer: (exchange: Exchange) => void | Promise<void>) =>
  (exchange: Exchange): boolean => {
    if (exchange.kind !== 'metrics') return false
    void answer(exchange)
    return true
  }

/** What goes wrong on the metrics page alone, while the pod's health is good. */
export const metricsFaults = {
  'huge-exposition': {
    says: 'The metrics page is 64 MiB long: one label has hundreds of thousands of values.',
    take: onMetrics(sendHuge),
  },
  'malformed-metrics': {
    says: 'Some lines of the metrics page are broken; the others are good.',
    take: onMetrics(sendMalformed),
  },
  'unreadable-metrics': {
    says: 'The metrics page is a stack trace: not one line can be read.',
    take: onMetrics((exchange) => exchange.send(text(200, UNREADABLE))),
  },
  'metrics-500': {
    says: 'The metrics page is HTTP 500 while the pod is healthy.',
    take: onMetrics((exchange) => exchange.send(text(500, 'An error has occurred while serving metrics\n'))),
  },
} as const satisfies Record<string, Fault>
