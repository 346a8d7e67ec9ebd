import { expect, it } from 'vitest'
import { podOf } from './podOf.ts'
import { logLine } from './testing/logLine.ts'

it.each([
  { fields: [], expected: null },
  { fields: [['user', 'anna']], expected: null },
  { fields: [['pod_id', 'user-sync-1']], expected: { pod: 'user-sync-1', key: 'pod_id' } },
  { fields: [['podId', 'a']], expected: { pod: 'a', key: 'podId' } },
  { fields: [['kubernetes.pod_name', 'a']], expected: { pod: 'a', key: 'kubernetes.pod_name' } },
  { fields: [['k8s.pod.name', 'a']], expected: { pod: 'a', key: 'k8s.pod.name' } },
  { fields: [['Hostname', 'a']], expected: { pod: 'a', key: 'Hostname' } },
  {
    fields: [
      ['host', 'api.example'],
      ['instance', 'a'],
    ],
    expected: { pod: 'a', key: 'instance' },
  },
  { fields: [['pod', '']], expected: null },
  { fields: [['podium', 'gold']], expected: null },
] as const)('$fields', ({ fields, expected }) => {
  expect(podOf(logLine('m', { fields }))).toEqual(expected)
})
