import { describe, expect, it } from 'vitest'
import { podsOf } from '#src/domain/pattern/testing/seenOf.ts'
import type { Command } from './command.ts'
import type { Resource } from './finding.ts'
import { lookIntoLabel, lookIntoPattern, lookIntoResource } from './lookInto.ts'
import { runtimeOf } from './runtimeOf.ts'
import { ordersOf, versionOf } from './testing/caseOf.ts'
import { insideOf, podItself, workloadOf } from './whereItRuns.ts'

const IN = { namespace: 'shop', kind: 'pod', name: 'orders-7f9c-x2' }
const URL = 'http://orders-1:8080'

const podOf = (runtime: string | null, file?: object, own: object = {}) => {
  const [pod] = podsOf([{ name: IN.name, version: versionOf('1', runtime) }], ordersOf(1, file, own))
  if (pod === undefined) throw new Error('one pod')
  return pod
}

describe('the runtime of a pod', () => {
  it.each([
    ['go1.22.1', 'go'],
    ['java 21.0.2', 'jvm'],
    ['node v20.20.2', 'node'],
    ['python 3.11.2', 'python'],
    ['CPython 3.12', 'python'],
    ['.NET 8.0.1', 'dotnet'],
    ['dotnet 8', 'dotnet'],
    ['erlang 26', null],
    [null, null],
  ])('%s is %s', (told, runtime) => expect(runtimeOf(podOf(told))).toBe(runtime))

  it('is Go where there are goroutines', () => {
    const [pod] = podsOf([{ values: [['goroutines', 9]] }])
    expect(pod === undefined ? null : runtimeOf(pod)).toBe('go')
  })
})

describe('where a pod runs', () => {
  const [first] = podsOf([{}, {}], ordersOf(2))
  const statefulSet = ordersOf(1, undefined, { kubernetes: { workload: 'statefulset/orders' } })

  it('is the pod by its name, where that was not made up', () => {
    expect(insideOf(podOf('go1.22'))).toEqual(IN)
    expect(podItself(podOf('go1.22'))).toEqual(IN)
  })

  it('is any of the workload where it was', () => {
    expect(first && insideOf(first)).toEqual({ namespace: 'shop', kind: 'deployment', name: 'orders' })
    expect(first && podItself(first)).toBeNull()
  })

  it('is not known where the fleet file does not say', () => {
    expect(insideOf(podOf('go1.22', {}))).toBeNull()
    expect(workloadOf(ordersOf(1, {}))).toBeNull()
  })

  it('is the workload that the fleet file names', () => {
    expect(workloadOf(statefulSet)).toEqual({ namespace: 'shop', kind: 'statefulset', name: 'orders' })
  })
})

describe('a look into a resource', () => {
  it.each<[Resource, string | null, Command | null]>([
    ['heap', 'go1.22', { kind: 'heap-diff', url: URL }],
    ['heap', 'java 21', { kind: 'heap-dump', runtime: 'jvm', in: { ...IN, kind: 'pod' } }],
    ['heap', 'node v20.1.0', { kind: 'heap-dump', runtime: 'node', in: { ...IN, kind: 'pod' } }],
    ['heap', 'python 3.11', null],
    ['memory', 'python 3.11', { kind: 'describe-pod', in: { ...IN, kind: 'pod' } }],
    ['stacks', 'go1.22', { kind: 'goroutines', url: URL }],
    ['stacks', 'python 3.11', { kind: 'thread-dump', runtime: 'python', in: { ...IN, kind: 'pod' } }],
    ['stacks', 'node v20.1.0', null],
    ['fds', null, { kind: 'open-files', in: { ...IN, kind: 'pod' } }],
    ['disk', null, { kind: 'disk-use', in: { ...IN, kind: 'pod' } }],
    ['cpu', 'go1.22', { kind: 'cpu-profile', url: URL }],
    ['gc', 'go1.22', { kind: 'allocations', url: URL }],
    ['locks', 'go1.22', { kind: 'mutexes', url: URL }],
    ['traffic', 'go1.22', null],
    ['exposition', null, { kind: 'count-series', url: `${URL}/metrics` }],
  ])('%s of %s', (resource, runtime, command) => {
    expect(lookIntoResource(resource, podOf(runtime))).toEqual(command)
  })

  it('asks the metrics page that the fleet file names', () => {
    const pod = podOf(null, undefined, { endpoints: { metrics: '/actuator/prometheus' } })
    expect(lookIntoResource('exposition', pod)).toMatchObject({ url: `${URL}/actuator/prometheus` })
  })

  it('counts the values of a label that grows', () => {
    const grows = { family: 'hits_total', label: 'agent', values: 999, grewBy: null, examples: [] }
    expect(lookIntoLabel(grows, podOf(null))).toEqual({
      kind: 'count-label',
      url: `${URL}/metrics`,
      family: 'hits_total',
      label: 'agent',
    })
  })

  it('looks at the open files of what is off the heap only where they rise', () => {
    const pattern = { kind: 'off-heap', pods: [], ofPods: 1, memoryPerHour: 1, heap: 1 } as const
    expect(lookIntoPattern({ ...pattern, fdsPerHour: 3 }, podOf(null))?.kind).toBe('open-files')
    expect(lookIntoPattern({ ...pattern, fdsPerHour: null }, podOf(null))?.kind).toBe('describe-pod')
  })
})
