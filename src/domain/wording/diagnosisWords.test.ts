import { describe, expect, it } from 'vitest'
import type { Finding } from '#src/domain/diagnosis/finding.ts'
import { NOW } from '#src/domain/pattern/testing/seenOf.ts'
import { days, hours, minutes } from '#src/domain/time/units.ts'
import { diagnosisLines } from './diagnosisWords.ts'

const READER = { now: NOW, timeZone: 'Europe/Paris' }
const TARGET = { namespace: 'shop', kind: 'deployment', name: 'orders' } as const

const line = (finding: Finding) => diagnosisLines([finding], READER)[0]

const DEPLOY: Finding<'deploy'> = {
  step: 'deploy',
  answer: 'no',
  blame: 'change',
  suspect: null,
  before: null,
  newest: null,
  began: NOW - hours(2),
  seenSince: NOW - days(3),
  command: null,
}
const SUSPECT = { version: '4.2.0', at: NOW - hours(3) }
const GROWTH = {
  kind: 'growth',
  pods: ['a-1', 'a-2'],
  ofPods: 2,
  drift: null,
  reachedAt: null,
  level: null,
  grows: null,
} as const
const AGENTS = {
  family: 'http_requests_total',
  label: 'user_agent',
  values: 29_000,
  grewBy: 14_000,
  examples: ['curl/8'],
}
const RESOURCE: Finding<'resource'> = {
  step: 'resource',
  answer: 'yes',
  found: null,
  signals: 14,
  command: null,
}
const SCOPE: Finding<'scope'> = {
  step: 'scope',
  answer: 'yes',
  pods: ['a-1', 'a-2', 'a-3'],
  ofPods: 3,
  shared: null,
  inTurn: null,
  carried: null,
  part: null,
  command: null,
}
const NEEDS: Finding<'dependency'> = {
  step: 'dependency',
  answer: 'yes',
  root: null,
  red: [],
  check: null,
  needed: [],
  unwatched: [],
  command: null,
}
it.each<[Finding, string]>([
  [
    { ...DEPLOY, answer: 'yes', suspect: SUSPECT, before: '4.1.0' },
    'deploy 4.2.0 at 03:30, 1 h before it began; before it ran 4.1.0: suspect it',
  ],
  [
    { ...DEPLOY, answer: 'yes', suspect: { version: null, at: NOW - hours(2) + minutes(4) } },
    'a deploy at 04:34, as it began; what ran before it was not seen: suspect it',
  ],
  [
    { ...DEPLOY, answer: 'yes', suspect: SUSPECT, newest: { version: '4.2.1', at: NOW - hours(1) } },
    'deploy 4.2.0 at 03:30, 1 h before it began; what ran before it was not seen: suspect it; deploy 4.2.1 came after it at 05:30',
  ],
  [
    { ...DEPLOY, answer: 'yes', blame: 'start', suspect: SUSPECT, before: '4.1.0' },
    'deploy 4.2.0 at 03:30, 1 h before it began; before it ran 4.1.0: not what it changed, but that its pods start',
  ],
  [
    { ...DEPLOY, answer: 'yes', blame: 'end', suspect: SUSPECT, before: '4.1.0' },
    'deploy 4.2.0 at 03:30, 1 h before it began; before it ran 4.1.0: not what it changed, but how pods end',
  ],
  [DEPLOY, 'none in the 6 h before it began'],
  [
    { ...DEPLOY, newest: { version: '4.1.0', at: NOW - days(2) } },
    'none in the 6 h before it began; the last was deploy 4.1.0 Wed 06:30',
  ],
  [
    { ...DEPLOY, answer: 'unknown', seenSince: NOW - hours(3) },
    'none seen, but its pods are only known since 03:30',
  ],
  [{ ...DEPLOY, answer: 'unknown', seenSince: null }, 'no pod tells its version or its start'],
  [RESOURCE, 'none of the 14 signals that its metrics tell'],
  [{ ...RESOURCE, signals: 0 }, 'it has no metrics that can be read'],
  [
    {
      ...RESOURCE,
      found: {
        ...GROWTH,
        resource: 'queue',
        drift: { signal: 'queueDepth', perHour: 4 },
        reachedAt: NOW + hours(5),
      },
    },
    'the queue on both pods, +4/h, at the limit about 11:30: see whether more arrives or each piece takes longer',
  ],
  [
    { ...RESOURCE, found: { ...GROWTH, resource: 'cpu' } },
    'CPU on both pods: take a profile of half a minute',
  ],
  [
    { ...RESOURCE, found: { ...GROWTH, resource: 'cpu', level: { share: 1.02, readAt: null } } },
    'CPU on both pods, 102 % of the limit: take a profile of half a minute',
  ],
  [
    {
      ...RESOURCE,
      found: { ...GROWTH, resource: 'fds', level: { share: 0.98, readAt: NOW - minutes(30) } },
    },
    'open files on both pods, 98 % of the limit when last read at 06:00: list them by kind: what is opened and never closed',
  ],
  [
    { ...RESOURCE, found: { ...GROWTH, resource: 'exposition', grows: AGENTS } },
    'the metrics page on both pods: label user_agent of http_requests_total has 29,000 values and grows ("curl/8"); take user_agent out of the code; as it is scraped only the whole family can be dropped (metric_relabel_configs)',
  ],
  [
    SCOPE,
    'all 3 pods: what they share, not one of them; whether it is one shard or tenant their metrics do not tell',
  ],
  [{ ...SCOPE, part: 'db / us1' }, 'all 3 pods: what they share, not one of them; all of it at db / us1'],
  [{ ...SCOPE, pods: ['a-2'] }, 'only a-2, the other 2 do well: that pod or its node'],
  [{ ...SCOPE, pods: ['a-2'], ofPods: 2 }, 'only a-2, the other pod does well: that pod or its node'],
  [
    { ...SCOPE, pods: ['a-2'], shared: { by: 'version', value: '2.0' } },
    'only a-2, the other 2 do well: that pod or its node; just those that run 2.0',
  ],
  [
    { ...SCOPE, ofPods: 9, shared: { by: 'name', value: 'us1' } },
    '3 of 9 pods: a-1, a-2 and 1 more; just those with us1 in their name',
  ],
  [{ ...SCOPE, pods: ['a-1', 'a-2'] }, '2 of 3 pods: a-1 and a-2; nothing that they share shows'],
  [
    { ...SCOPE, pods: ['a-2'], inTurn: 'end' },
    'one pod after the other, now a-2: not that pod, but how they end',
  ],
  [
    { ...SCOPE, inTurn: 'start' },
    'one pod after the other, now a-1, a-2 and 1 more: not those pods, but how they start',
  ],
  [{ ...SCOPE, pods: ['a-1'], ofPods: 1 }, 'it has one pod: nothing to compare it with'],
  [
    { ...NEEDS, root: { service: 'prices', via: ['basket', 'stock'] } },
    'prices is the suspected root, by way of basket and stock: look there first',
  ],
  [{ ...NEEDS, root: { service: 'prices', via: [] } }, 'prices is the suspected root: look there first'],
  [{ ...NEEDS, red: ['stock', 'mail', 'prices'] }, 'stock, mail and prices are red: look there first'],
  [
    { ...NEEDS, check: { name: 'db / us1', since: NOW - minutes(28) } },
    'its own check db / us1 complains since 06:02: look there, and at the way to it',
  ],
  [{ ...NEEDS, needed: ['stock'] }, 'the pods of stock show no red: its own code, its load, or who calls it'],
  [
    { ...NEEDS, needed: ['stock', 'mail'] },
    'the pods of stock and mail show no red: its own code, its load, or who calls it',
  ],
  [{ ...NEEDS, unwatched: ['postgres'] }, 'postgres is not watched here'],
  [
    { ...NEEDS, needed: ['stock'], unwatched: ['postgres', 'kafka'] },
    'the pods of stock show no red: its own code, its load, or who calls it; postgres and kafka are not watched here',
  ],
  [NEEDS, 'the fleet file names nothing that it needs (dependsOn), and its checks name no service'],
])('%j', (finding, text) => expect(line(finding)?.text).toBe(text))

describe('the lines of a diagnosis', () => {
  it('have a question, an answer and a command', () => {
    const command = { kind: 'rollback', target: TARGET } as const
    expect(line({ ...DEPLOY, answer: 'yes', suspect: SUSPECT, command })).toMatchObject({
      step: 'deploy',
      question: 'A deploy before it?',
      answer: 'yes',
      word: 'yes',
      command: 'kubectl -n shop rollout undo deployment/orders',
    })
  })

  it('tell a command once', () => {
    const command = { kind: 'rollback', target: TARGET } as const
    const lines = diagnosisLines(
      [
        { ...DEPLOY, command },
        { ...SCOPE, command },
      ],
      READER,
    )
    expect(lines.map((one) => one.command === null)).toEqual([false, true])
  })

  it('stand without a command where its words could not be pasted', () => {
    const command = {
      kind: 'describe-pod',
      in: { namespace: 'shop', kind: 'pod', name: 'a\u001B[2J' },
    } as const
    expect(line({ ...SCOPE, command })?.command).toBeNull()
  })
})
