import { describe, expect, it } from 'vitest'
import { reasonLine } from '#src/domain/wording/reasonLine.ts'
import { seconds } from '#src/domain/time/units.ts'
import { notFound, scrape } from './testing/answers.ts'
import { fleetOf } from './testing/fleetOf.ts'
import { type Story, tell } from './testing/story.ts'
import { allRows, createWatch, digestChanges, observe, stripOf } from './watch.ts'

/** 08:00:00 UTC. */
const START = 8 * 3_600_000
const FLEET = fleetOf({ orders: 2, billing: 1, web: { pods: 1, endpoints: { ready: '/ready' } } })

describe('before everything was looked at once', () => {
  const rows: readonly { name: string; story: Story; seen: number | null; light: string }[] = [
    { name: 'nothing came yet', story: { none: '.' }, seen: 0, light: 'unknown' },
    { name: 'one pod of two', story: { 'orders-1': 'G' }, seen: 0, light: 'unknown' },
    { name: 'a service', story: { 'orders-1': 'G', 'orders-2': 'G' }, seen: 1, light: 'unknown' },
    { name: 'a failure is a look as well', story: { 'billing-1': 'T' }, seen: 1, light: 'unknown' },
    { name: 'to watch: it may get worse', story: { 'billing-1': 'OO' }, seen: 1, light: 'unknown' },
    { name: 'red stays red', story: { 'billing-1': 'DD' }, seen: 1, light: 'red' },
    { name: 'readiness is waited for', story: { 'web-1': 'G' }, seen: 0, light: 'unknown' },
    { name: 'but not where health fails', story: { 'web-1': 'R' }, seen: 1, light: 'unknown' },
    {
      name: 'all of them',
      story: { 'orders-1': 'G', 'orders-2': 'G', 'billing-1': 'G', 'web-1': 'G', 'web-1 ready': 'G' },
      seen: null,
      light: 'green',
    },
  ]
  for (const { name, story, seen, light } of rows) {
    it(`${name}: ${seen ?? 'all'} of 3 seen, ${light}`, () => {
      const watch = createWatch(FLEET)
      tell(watch, story, START)
      expect(stripOf(watch)).toMatchObject({ looking: seen === null ? null : { seen, of: 3 }, light })
    })
  }

  it('metrics are waited for where health is not found', () => {
    const watch = createWatch(fleetOf({ redis: 1 }))
    observe(watch, notFound('redis-1', START), START)
    expect(digestChanges(watch, START).strip.looking).toEqual({ seen: 0, of: 1 })
    observe(watch, scrape('redis-1', START + 100), START + 100)
    expect(digestChanges(watch, START + 100).strip.looking).toBeNull()
  })

  it('a pod that has nothing to be asked for is not waited for', () => {
    const endpoints = { health: false, metrics: false, version: false }
    const watch = createWatch(fleetOf({ batch: { pods: 1, endpoints } }))
    expect(digestChanges(watch, START).strip.looking).toBeNull()
  })

  it('is over for good: a pod that comes later makes nothing grey but its own row', () => {
    const watch = createWatch(fleetOf({ orders: 1, billing: 1 }))
    tell(watch, { 'orders-1': 'OO', 'billing-1': 'GG' }, START)
    const next = createWatch(fleetOf({ orders: 1, billing: 2 }), watch)
    const { strip } = digestChanges(next, START + seconds(6))
    expect([strip.looking, strip.light]).toEqual([null, 'orange'])
  })
})

const linesAfter = (story: Story): string[] => {
  const watch = createWatch(fleetOf({ orders: 2 }))
  tell(watch, { 'orders-2': 'G'.repeat(9), ...story }, START)
  return allRows(watch)[0]?.reasons.map((reason) => reasonLine(reason, START + seconds(45), 'UTC')) ?? []
}

describe('what the very first answers find', () => {
  for (const { name, story, lines } of [
    {
      name: 'was so already',
      story: { 'orders-1': 'DDD' },
      lines: ['health says DOWN on orders-1: says down, already so at 08:00'],
    },
    {
      name: 'later answers find since then',
      story: { 'orders-1': 'GDDD' },
      lines: ['health says DOWN on orders-1: says down since 08:00'],
    },
    {
      name: 'after a recovery as well',
      story: { 'orders-1': 'DDGGGDD' },
      lines: ['health says DOWN on orders-1: says down since 08:00'],
    },
    {
      name: 'each endpoint for itself, and silence tells nothing of health',
      story: { 'orders-1': 'RRRRDD' },
      lines: [
        '1 of 2 pods does not answer: refused or DNS error (orders-1), already so at 08:00',
        'health says DOWN on orders-1: says down, already so at 08:00',
      ],
    },
    {
      name: 'where one pod is so for longest, it tells',
      story: { 'orders-1': 'GDDDD', 'orders-2': 'DDDDD' },
      lines: ['health says DOWN on both pods: says down, already so at 08:00'],
    },
    {
      name: 'cannot be read from the first',
      story: { 'orders-1': 'SS' },
      lines: ['sign-in needed on orders-1, already so at 08:00'],
    },
  ]) {
    it(name, () => {
      for (const line of lines) expect(linesAfter(story)).toContain(line)
    })
  }
})
