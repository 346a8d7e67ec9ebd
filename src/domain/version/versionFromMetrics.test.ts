import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Labels, Sample } from '#src/domain/exposition/exposition.ts'

import { versionFromMetrics } from './versionFromMetrics.ts'

const info = (name: string, labels: Labels, value = 1): Sample => ({ name, labels, value, at: null })

const GO = info('go_info', { version: 'go1.22.4' })
const APP = info('app_build_info', { version: '3.4.1', commit: '9f1c2ab' })

const rows = [
  { name: 'nothing', samples: [], expected: null },
  {
    name: 'no info at all',
    samples: [info('up', {}), info('process_start_time_seconds', {}, 1e9)],
    expected: null,
  },
  {
    name: 'a build info beside the runtime',
    samples: [GO, APP],
    expected: ['3.4.1', '9f1c2ab', 'go1.22.4', 'app_build_info'],
  },
  {
    name: 'the runtime in the build info wins',
    samples: [info('x_build_info', { version: '1', goversion: 'go1.21' }), GO],
    expected: ['1', null, 'go1.21', 'x_build_info'],
  },
  {
    name: 'OpenMetrics and containerd write _total',
    samples: [info('containerd_build_info_total', { version: '1.6.20', revision: 'abc' })],
    expected: ['1.6.20', 'abc', null, 'containerd_build_info_total'],
  },
  {
    name: 'Kubernetes',
    samples: [
      info('kubernetes_build_info', { git_version: 'v1.30.2', git_commit: 'abc', go_version: 'go1.22.4' }),
    ],
    expected: ['v1.30.2', 'abc', 'go1.22.4', 'kubernetes_build_info'],
  },
  {
    name: 'a build info without a version',
    samples: [info('vm_build_info', { version: '' }), GO],
    expected: [null, null, 'go1.22.4', 'go_info'],
  },
  {
    name: 'target_info of OpenTelemetry',
    samples: [
      info('target_info', { service_name: 'a', service_version: '2.0', telemetry_sdk_language: 'java' }),
    ],
    expected: ['2.0', null, null, 'target_info'],
  },
  {
    name: 'target_info with the runtime',
    samples: [
      info('target_info', {
        service_version: '2.0',
        process_runtime_name: 'node',
        process_runtime_version: '20.1',
      }),
    ],
    expected: ['2.0', null, 'node 20.1', 'target_info'],
  },
  {
    name: 'a build info before target_info',
    samples: [info('target_info', { service_version: '2.0' }), APP],
    expected: ['3.4.1', '9f1c2ab', null, 'app_build_info'],
  },
  {
    name: 'any other info',
    samples: [info('orders_info', { version: '5' })],
    expected: ['5', null, null, 'orders_info'],
  },
  {
    name: 'infos of machines and libraries are not the program',
    samples: [
      info('node_os_info', { version: '12' }),
      info('otel_scope_info', { version: '1' }),
      info('kube_node_info', { version: '1' }),
      info('flask_exporter_info', { version: '0.23' }),
    ],
    expected: null,
  },
  {
    name: 'go_build_info last',
    samples: [
      info('go_build_info', { path: 'x.io/app', version: 'v1.9.0' }),
      info('orders_info', { version: '5' }),
    ],
    expected: ['5', null, null, 'orders_info'],
  },
  {
    name: 'go_build_info alone',
    samples: [info('go_build_info', { version: 'v1.9.0' }), GO],
    expected: ['v1.9.0', null, 'go1.22.4', 'go_build_info'],
  },
  { name: 'go_build_info (devel)', samples: [info('go_build_info', { version: '(devel)' })], expected: null },
  {
    name: 'Node',
    samples: [info('nodejs_version_info', { version: 'v20.20.2' })],
    expected: [null, null, 'node v20.20.2', 'nodejs_version_info'],
  },
  {
    name: 'JVM',
    samples: [info('jvm_info', { version: '21.0.2+13', vendor: 'x' })],
    expected: [null, null, 'java 21.0.2+13', 'jvm_info'],
  },
  {
    name: 'Python',
    samples: [info('python_info', { implementation: 'CPython', version: '3.11.2' })],
    expected: [null, null, 'python 3.11.2', 'python_info'],
  },

  {
    name: 'redis, not its exporter',
    samples: [
      GO,
      info('redis_exporter_build_info', { version: '1.45' }),
      info('redis_instance_info', { redis_version: '7.0.15' }),
    ],
    expected: ['7.0.15', null, null, 'redis_instance_info'],
  },
  {
    name: 'redis is down',
    samples: [GO, info('redis_exporter_build_info', { version: '1.45' })],
    expected: null,
  },
  {
    name: 'PostgreSQL',
    samples: [
      GO,
      info('postgres_exporter_build_info', { version: '0.11' }),
      info('pg_static', { short_version: '15.5.0', version: 'PostgreSQL 15.5' }),
    ],
    expected: ['15.5.0', null, null, 'pg_static'],
  },
  {
    name: 'PostgreSQL is down',
    samples: [GO, info('postgres_exporter_build_info', { version: '0.11' })],
    expected: null,
  },
  {
    name: 'RabbitMQ',
    samples: [
      info('rabbitmq_build_info', {
        rabbitmq_version: '3.10.8',
        erlang_version: '25.2.3',
        prometheus_plugin_version: '3.10',
      }),
    ],
    expected: ['3.10.8', null, 'erlang 25.2.3', 'rabbitmq_build_info'],
  },
  {
    name: 'etcd',
    samples: [GO, info('etcd_server_version', { server_version: '3.4.23' })],
    expected: ['3.4.23', null, 'go1.22.4', 'etcd_server_version'],
  },
  {
    name: 'PowerDNS recursor',
    samples: [info('pdns_recursor_info', { version: '4.8.2' })],
    expected: ['4.8.2', null, null, 'pdns_recursor_info'],
  },
  {
    name: 'node_exporter is the watched thing itself',
    samples: [
      info('node_uname_info', { version: '#1 SMP' }),
      info('node_exporter_build_info', { version: '1.5.0' }),
      GO,
    ],
    expected: ['1.5.0', null, 'go1.22.4', 'node_exporter_build_info'],
  },
  {
    name: 'an exporter whose target has no version metric',
    samples: [info('nginx_exporter_build_info', { version: '0.11' })],
    expected: ['0.11', null, null, 'nginx_exporter_build_info'],
  },
  {
    name: 'a value of 0 says that it is not so',
    samples: [info('app_build_info', { version: '1' }, 0)],
    expected: null,
  },
  { name: 'NaN', samples: [info('app_build_info', { version: '1' }, Number.NaN)], expected: null },
]

describe('versionFromMetrics', () => {
  it.each(rows)('$name', ({ samples, expected }) => {
    const reading = versionFromMetrics(samples)
    expect(reading && [reading.version, reading.commit, reading.runtime, reading.from]).toEqual(expected)
  })

  it('reads the build time of promu', () => {
    const reading = versionFromMetrics([
      info('redis_build_info', { version: '1', build_date: '20230409-10:15:07' }),
    ])
    expect(reading?.builtAt).toBe(Date.UTC(2023, 3, 9, 10, 15, 7))
  })

  it('does not depend on the order of unlike metrics', () => {
    const page = [
      GO,
      APP,
      info('target_info', { service_version: '2' }),
      info('orders_info', { version: '5' }),
      info('up', {}),
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(page, { minLength: page.length }), (samples) => {
        expect(versionFromMetrics(samples)).toEqual(versionFromMetrics(page))
      }),
    )
  })
})
