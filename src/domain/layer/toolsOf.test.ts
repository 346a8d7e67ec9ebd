import { expect, it } from 'vitest'
import { commandText } from '#src/domain/wording/commandText.ts'
import { toolsOf, type ToolsFor } from './toolsOf.ts'

const ORDERS: ToolsFor = {
  service: 'orders',
  pod: 'orders-7c9f-x1',
  pods: ['orders-7c9f-x1', 'orders-7c9f-x2'],
  url: 'http://10.0.0.7:8080',
  kubernetes: { namespace: 'shop', workload: { kind: 'deployment', name: 'orders' } },
  runtime: 'jvm',
}

it('names pod and workload of Kubernetes, and what changes something last', () => {
  expect(toolsOf(ORDERS).kubernetes.map(commandText)).toEqual([
    'kubectl -n shop describe pod/orders-7c9f-x1',
    'kubectl -n shop logs pod/orders-7c9f-x1 --tail=200 --timestamps',
    'kubectl -n shop logs pod/orders-7c9f-x1 --previous --tail=200',
    'kubectl -n shop top pod orders-7c9f-x1 --containers',
    'kubectl -n shop exec -it pod/orders-7c9f-x1 -- sh',
    'kubectl -n shop rollout status deployment/orders',
    'kubectl -n shop rollout undo deployment/orders',
  ])
  expect(toolsOf(ORDERS).lacks).toBeNull()
})

it.each<[string, Partial<ToolsFor>, readonly string[], string | null]>([
  ['nothing where the fleet file does not say where it runs', { kubernetes: null }, [], 'kubernetes'],
  [
    'the pod alone where its workload has no name',
    { kubernetes: { namespace: null, workload: null } },
    ['describe-pod', 'logs', 'last-logs', 'top-pod', 'shell'],
    'workload',
  ],
  [
    'the workload where the pod’s name was made up: Kubernetes does not know it',
    { pod: 'orders-1', pods: ['orders-1', 'orders-2'] },
    ['describe-pod', 'logs', 'last-logs', 'shell', 'rollout-status', 'rollback'],
    null,
  ],
])('of Kubernetes: %s', (_name, own, kinds, lacks) => {
  const tools = toolsOf({ ...ORDERS, ...own })
  expect(tools.kubernetes.map(({ kind }) => kind)).toEqual(kinds)
  expect(tools.lacks).toBe(lacks)
})

it('has the profilers of its runtime, or of all', () => {
  expect(toolsOf(ORDERS).profilers.map(({ runtime }) => runtime)).toEqual(['jvm'])
  expect(toolsOf({ ...ORDERS, runtime: null }).profilers).toHaveLength(5)
})

it('tells what to run beside the process where nobody knows where that is', () => {
  const { profilers } = toolsOf({ ...ORDERS, kubernetes: null, runtime: 'node' })
  expect(profilers[0]?.commands.map(commandText)).toEqual(['kill -USR2 1', 'kill -USR1 1'])
})
