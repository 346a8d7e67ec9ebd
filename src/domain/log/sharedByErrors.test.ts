import { describe, expect, it } from 'vitest'
import type { HealthLog } from '#src/domain/health/healthReading.ts'
import { mergeLogs } from './mergeLogs.ts'
import { onePodOnly } from './onePodOnly.ts'
import { sharedByErrors } from './sharedByErrors.ts'
import { logLine } from './testing/logLine.ts'

const times = (n: number, make: (i: number) => HealthLog): HealthLog[] =>
  Array.from({ length: n }, (_, i) => make(i))
const onPod = (pod: string): HealthLog['fields'] => [['pod_id', pod]]

/** Story 14: of fifty lines since one of two pods is down, ten are errors; all carry one pod's id. */
const story = mergeLogs([
  {
    pod: 'user-sync-1',
    logs: times(50, (i) =>
      i % 5 === 0
        ? logLine('[user-sync] creating user: POST /api/users: 500', {
            at: 1000 + i,
            level: 'error',
            fields: onPod('user-sync-1'),
          })
        : logLine('[user-sync] creating user: POST /api/users: 201', {
            at: 1000 + i,
            level: 'info',
            fields: onPod('user-sync-1'),
          }),
    ),
  },
  {
    pod: 'user-sync-2',
    logs: times(20, (i) =>
      logLine('[user-sync] creating user: POST /api/users: 201', {
        at: 100 + i,
        level: 'info',
        fields: onPod('user-sync-2'),
      }),
    ),
  },
])

const partsOf = (logs: readonly HealthLog[]): readonly string[] =>
  (sharedByErrors(mergeLogs([{ pod: 'a', logs }]))?.parts ?? [])
    .filter(({ kind }) => kind !== 'pod')
    .map(({ kind, key, value, errors, successes }) =>
      [kind, ...(key === null ? [] : [key]), value, errors, successes].join(' '),
    )

const error = (message: string, own: Partial<HealthLog> = {}) => logLine(message, { level: 'error', ...own })
const well = (message: string, own: Partial<HealthLog> = {}) => logLine(message, { level: 'info', ...own })

describe('sharedByErrors', () => {
  it('says of story 14 that errors and successes carry one pod id', () => {
    const shared = sharedByErrors(story)
    expect(shared).toMatchObject({ errors: 10, successes: 40, since: 1000 })
    expect(shared?.parts).toContainEqual({
      kind: 'field',
      key: 'pod_id',
      value: 'user-sync-1',
      errors: 10,
      successes: 40,
    })
    expect(shared?.parts.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'words 500',
      'field user-sync-1',
      'operation creating user',
      'request POST /api/users',
    ])
  })

  it.each([
    { name: 'nothing of no error', logs: [well('a'), well('a')], expected: [] },
    { name: 'nothing of a single one', logs: [error('a b c'), well('d')], expected: [] },
    {
      name: 'a field that only they have, before what all have',
      logs: [
        ...times(4, (i) =>
          error(`job ${i}`, {
            fields: [
              ['zone', 'eu-1'],
              ['env', 'prod'],
            ],
          }),
        ),
        ...times(4, (i) =>
          well(`job ${i}`, {
            fields: [
              ['zone', 'eu-2'],
              ['env', 'prod'],
            ],
          }),
        ),
      ],
      expected: ['field zone eu-1 4 0', 'field env prod 4 4', 'operation job … 4 4'],
    },
    {
      name: 'what all but one of ten have',
      logs: times(10, (i) =>
        error(i === 0 ? 'disk full' : 'get: dial tcp 10.0.0.1:5432: connection refused'),
      ),
      expected: ['operation get 9 0', 'words dial tcp 10.0.0.1:5432: connection refused 9 0'],
    },
    {
      name: 'not what eight of ten have',
      logs: times(10, (i) => error(i < 2 ? `left ${'ab'[i]}` : 'right')),
      expected: [],
    },
    {
      name: 'words on either side of what differs',
      logs: [error('op: user anna not found in tenant x'), error('op: user otto not found in tenant x')],
      expected: ['operation op 2 0', 'words not found in tenant x 2 0', 'words user 2 0'],
    },
    {
      name: 'a request without its ids, counted among the successes',
      logs: [error('PUT /a/1: 500'), error('PUT /a/2: 502'), well('PUT /a/3: 200')],
      expected: ['request PUT /a/… 2 1'],
    },
  ])('$name', ({ logs, expected }) => expect(partsOf(logs)).toEqual(expected))

  it('compares with what went well at the same time only', () => {
    const logs = [well('a', { at: 1 }), well('a', { at: 12 }), error('b', { at: 10 }), error('b', { at: 11 })]
    expect(sharedByErrors(mergeLogs([{ pod: 'a', logs }]))).toMatchObject({
      errors: 2,
      successes: 1,
      since: 10,
    })
  })

  it('takes warnings for neither', () => {
    const logs = [error('b'), error('b'), logLine('c', { level: 'warn' })]
    expect(sharedByErrors(mergeLogs([{ pod: 'a', logs }]))).toMatchObject({ errors: 2, successes: 0 })
  })
})

describe('onePodOnly', () => {
  const since = (at: number) => story.filter((entry) => entry.at !== null && entry.at >= at)

  it('names the pod, what tells it, and those that write nothing', () => {
    expect(onePodOnly(since(1000), ['user-sync-1', 'user-sync-2'])).toEqual({
      pod: 'user-sync-1',
      key: 'pod_id',
      errors: 10,
      successes: 40,
      others: ['user-sync-2'],
    })
  })

  it.each([
    { name: 'several pods write', entries: story, pods: ['user-sync-1', 'user-sync-2'] },
    { name: 'there is only one', entries: since(1000), pods: ['user-sync-1'] },
    { name: 'nothing is written', entries: [], pods: ['user-sync-1', 'user-sync-2'] },
    {
      name: 'the page is called otherwise than the lines call themselves',
      entries: mergeLogs([{ pod: 'http://10.0.0.1', logs: [logLine('x', { fields: onPod('u-1') })] }]),
      pods: ['http://10.0.0.1'],
    },
  ])('is silent where $name', ({ entries, pods }) => expect(onePodOnly(entries, pods)).toBeNull())
})
