import { plus, scaled, share } from '#src/domain/signals/readers/combine.ts'
import { queue } from '#src/domain/signals/readers/deepestQueue.ts'
import { startByUptime } from '#src/domain/signals/readers/earliest.ts'
import { add } from '#src/domain/signals/readers/figure.ts'
import { gauge } from '#src/domain/signals/readers/gauge.ts'
import { rate } from '#src/domain/signals/readers/rate.ts'
import type { Reader } from '#src/domain/signals/readers/reader.ts'
import type { Source } from '#src/domain/signals/source.ts'

type Daemon = {
  readonly prefix: string
  readonly cpu: readonly [string, string]
  readonly queries: Reader
  readonly servfail: Reader
}

const MILLISECONDS = 0.001

/** What the three daemons name alike; no limit is told of memory or descriptors. */
const daemon = ({ prefix, cpu: [user, system], queries, servfail }: Daemon): Source => ({
  name: prefix,
  starts: [startByUptime(`${prefix}_uptime`)],
  rows: [
    { signal: 'memory', value: gauge(`${prefix}_real_memory_usage`) },
    { signal: 'fds', value: gauge(`${prefix}_fd_usage`) },
    {
      signal: 'cpu',
      value: scaled(plus(rate(`${prefix}_${user}`), rate(`${prefix}_${system}`)), MILLISECONDS),
    },
    { signal: 'requestRate', value: queries },
    { signal: 'errorRatio', value: share(servfail, queries) },
  ],
  queues: prefix === 'pdns_auth' ? [queue([], [add('pdns_auth_qsize_q')])] : [],
})

/**
 * PowerDNS Recursor, Authoritative Server and dnsdist, as their manuals name the metrics. SERVFAIL is their
 * 5xx.
 */
export const POWERDNS: readonly Source[] = [
  daemon({
    prefix: 'pdns_recursor',
    cpu: ['user_msec', 'sys_msec'],
    queries: rate('pdns_recursor_questions'),
    servfail: rate('pdns_recursor_servfail_answers'),
  }),
  daemon({
    prefix: 'pdns_auth',
    cpu: ['user_msec', 'sys_msec'],
    queries: plus(rate('pdns_auth_udp_queries'), rate('pdns_auth_tcp_queries')),
    servfail: rate('pdns_auth_servfail_packets'),
  }),
  daemon({
    prefix: 'dnsdist',
    cpu: ['cpu_user_msec', 'cpu_sys_msec'],
    queries: rate('dnsdist_queries'),
    servfail: rate('dnsdist_servfail_responses'),
  }),
]
