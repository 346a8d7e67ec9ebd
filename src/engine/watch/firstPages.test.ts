import { describe, expect, it } from 'vitest'
import { fails, healthOk, notFound, refused, scrape } from '#src/domain/watch/testing/answers.ts'
import { fleetOf } from '#src/domain/watch/testing/fleetOf.ts'
import type { ProbeEnded } from '#src/domain/watch/observation.ts'
import { createWatch, digestChanges, observe } from '#src/domain/watch/watch.ts'
import { seconds } from '#src/domain/time/units.ts'
import { firstPages } from './firstPages.ts'

const AT = 1_000_000

function firstOf(answers: readonly ProbeEnded[], after = 0): boolean {
  const watch = createWatch(fleetOf({ billing: 1 }))
  let clock = 0
  const areToCome = firstPages({ monotonic: () => clock })
  areToCome(watch)
  for (const ended of answers) observe(watch, ended, AT)
  digestChanges(watch, AT)
  clock = after
  return areToCome(watch)
}

describe('first metrics pages are to come', () => {
  const hung = fails('billing-1', AT, { kind: 'timeout', after: 100 }, 'metrics')
  const rows: readonly { name: string; answers: readonly ProbeEnded[]; after?: number; is: boolean }[] = [
    { name: 'before any answer', answers: [], is: true },
    {
      name: 'where health is well and metrics were not asked for',
      answers: [healthOk('billing-1', AT)],
      is: true,
    },
    {
      name: 'not once they came',
      answers: [healthOk('billing-1', AT), scrape('billing-1', AT)],
      is: false,
    },
    { name: 'not once they failed', answers: [healthOk('billing-1', AT), hung], is: false },
    {
      name: 'not where there are none',
      answers: [healthOk('billing-1', AT), notFound('billing-1', AT, 'metrics')],
      is: false,
    },
    {
      name: 'not of a pod that is down: it is asked for nothing else',
      answers: [refused('billing-1', AT)],
      is: false,
    },
    { name: 'not for ever', answers: [healthOk('billing-1', AT)], after: seconds(6), is: false },
  ]
  for (const { name, answers, after, is } of rows) it(name, () => expect(firstOf(answers, after)).toBe(is))

  it('is over once and for all, also where a pod comes later', () => {
    const watch = createWatch(fleetOf({ billing: 1 }))
    const areToCome = firstPages({ monotonic: () => 0 })
    observe(watch, refused('billing-1', AT), AT)
    digestChanges(watch, AT)
    expect(areToCome(watch)).toBe(false)
    observe(watch, healthOk('billing-1', AT + 1), AT + 1)
    expect(areToCome(watch)).toBe(false)
  })
})
