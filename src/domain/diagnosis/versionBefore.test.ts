import { describe, expect, it } from 'vitest'
import { NOW } from '#src/domain/pattern/testing/seenOf.ts'
import { days, minutes } from '#src/domain/time/units.ts'
import { versionBefore } from './versionBefore.ts'

const AT = NOW - days(1)

type Ran = readonly [version: string | null, ...deploys: (readonly [version: string | null, at: number])[]]

/** What each pod ran first, and what it was given then; those that are told later were heard of later. */
const livesOf = (pods: Readonly<Record<string, Ran>>) =>
  new Map(
    Object.entries(pods).map(([pod, [version, ...deploys]], i) => [
      pod,
      {
        first: { startedAt: AT - days(9), version },
        marks: deploys.map(([given, at]) => ({ at, kind: 'deploy' as const, version: given })),
        notedAt: NOW + i,
      },
    ]),
  )

const deploy = (version: string | null, at: number, ...pods: readonly string[]) => ({
  version,
  at,
  lastAt: at + minutes(3),
  pods,
  isRollback: false,
})

const NEW = deploy('1.0.0', AT, 'a', 'b')

describe('what ran before a deploy', () => {
  it.each([
    {
      name: 'what its pods ran first, where that was seen',
      deploys: [NEW],
      lives: { a: ['0.9.0', ['1.0.0', AT]], b: ['0.9.0', ['1.0.0', AT + minutes(1)]] },
      before: '0.9.0',
    },
    {
      name: 'the same of a later pod of it, as a drift names it: never the version itself',
      at: AT + minutes(2),
      deploys: [NEW],
      lives: { a: ['0.9.0', ['1.0.0', AT]], b: ['0.9.0', ['1.0.0', AT + minutes(2)]] },
      before: '0.9.0',
    },
    {
      name: 'what its pods were given last, not what runs elsewhere',
      deploys: [deploy('0.8.0', AT - days(2), 'a'), deploy('0.9.9', AT - days(1), 'c'), NEW],
      lives: { a: ['0.7.0', ['0.8.0', AT - days(2)], ['1.0.0', AT]], c: ['0.7.0', ['0.9.9', AT - days(1)]] },
      before: '0.8.0',
    },
    {
      name: 'before a version that came back, what ran in between',
      deploys: [NEW],
      lives: { a: ['1.0.0', ['1.1.0', AT - days(1)], ['1.0.0', AT]] },
      before: '1.1.0',
    },
    {
      name: 'for pods that came with it, the deploy before it',
      deploys: [deploy('0.9.0', AT - days(3), 'old'), NEW],
      lives: { a: ['1.0.0'], b: ['1.0.0'], old: ['0.8.0', ['0.9.0', AT - days(3)]] },
      before: '0.9.0',
    },
    {
      name: 'or what those ran that are gone, the last ones first',
      deploys: [NEW],
      lives: { a: ['1.0.0'], older: ['0.8.0'], old: ['0.9.0'] },
      before: '0.9.0',
    },
    {
      name: 'what the others still run, where its own tell nothing',
      deploys: [deploy('1.0.0', AT, 'a')],
      lives: { a: [null, ['1.0.0', AT]], b: ['0.9.0'] },
      before: '0.9.0',
    },
    {
      name: 'of others that were deployed since, what they ran then',
      deploys: [deploy('1.0.0', AT, 'a'), deploy('1.1.0', NOW, 'b')],
      lives: { a: [null, ['1.0.0', AT]], b: ['0.9.0', ['1.1.0', NOW]] },
      before: '0.9.0',
    },
    {
      name: 'unknown, where it was another one that nobody read',
      deploys: [deploy(null, AT - days(1), 'a'), NEW],
      lives: { a: ['0.9.0', [null, AT - days(1)], ['1.0.0', AT]] },
      before: null,
    },
    {
      name: 'unknown, where all that is known of is the version itself',
      deploys: [NEW],
      lives: { a: ['1.0.0'], b: [null, ['1.0.0', AT]] },
      before: null,
    },
    { name: 'unknown, where nothing is known', deploys: [], lives: {}, before: null },
  ] satisfies readonly {
    name: string
    at?: number
    deploys: readonly unknown[]
    lives: Record<string, Ran>
    before: string | null
  }[])('$name', ({ at = AT, deploys, lives, before }) => {
    expect(versionBefore({ deploys, lives: livesOf(lives) }, { version: '1.0.0', at })).toBe(before)
  })
})
