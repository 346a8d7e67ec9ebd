import { describe, expect, it } from 'vitest'
import { seriesName } from '#src/domain/series/historyBook.ts'
import { hours, days, mebibytes, minutes, seconds } from '#src/domain/time/units.ts'
import { createWatch, digestChanges, observe } from '#src/domain/watch/watch.ts'
import { healthOk, scrape, version, notFound, timeout, health } from '#src/domain/watch/testing/answers.ts'
import { fleetOf, serviceOf } from '#src/domain/watch/testing/fleetOf.ts'
import { signals } from '#src/domain/watch/testing/podFacts.ts'
import { sparkOf } from '#src/domain/digest/sparkOf.ts'
import { BEGIN, follow, leaking } from './testing/follow.ts'
import { replayPod } from './replayPod.ts'
import { following } from './following.ts'

const GB = 1e9
describe('S16 heap at its limit', () => {
  it.each(['heap', 'poolWaiting', 'seriesCount', 'scrapeDuration', 'utilisation'] as const)('leaks to the limit %s', (signal) => {
    const LIMIT = 1000
    const at = (h: number) => Math.min(300 + 15 * h, LIMIT * 0.998)
    let f = follow(0, () => ({ values: [[signal, 300, LIMIT]] }))
    const said: string[] = []
    for (let h = 0; h < 56; h += 1) {
      f = follow(1, (x) => ({ values: [[signal, at(h + x), LIMIT]] }), { after: f, from: BEGIN + hours(h) + seconds(15), every: seconds(15) })
      if (h > 44) said.push(`${h} ${(at(h + 1) / LIMIT).toFixed(3)} ${f.pod.drifts.length} ${f.memory.drifts.isDrifting(seriesName('orders','orders-1',signal))} ${f.memory.drifts.assess(seriesName('orders','orders-1',signal), {kind:'gauge', limit: LIMIT})?.reason}`)
    }
    console.log(signal + '\n' + said.join('\n'))
  })
})
describe('S13 two endpoints name one release in two ways', () => {
  it('metrics first, then version; version fails for an hour', () => {
    const watch = createWatch(fleetOf({ orders: 1 }))
    const at0 = BEGIN
    const say = (o: Parameters<typeof observe>[1]) => observe(watch, o, o.at + 20)
    say(healthOk('orders-1', at0)); say(scrape('orders-1', at0, { version: 'v1.8.2-abc', memory: 1e8, startedAt: at0 - days(3) }))
    say(version('orders-1', at0 + 100, '1.8.2'))
    console.log('first', watch.memory.marks.marksOf('orders', 'orders-1'))
    for (let m = 1; m < 60; m++) { say(scrape('orders-1', at0 + minutes(m), { version: 'v1.8.2-abc', memory: 1e8, startedAt: at0 - days(3) }))
      if (m % 5 === 0) say(timeout('orders-1', at0 + minutes(m) + 1, 'version')) }
    console.log('after version failed', watch.memory.marks.marksOf('orders', 'orders-1'), watch.services.get('orders')?.pods.get('orders-1')?.versionChangedAt)
  })
})
describe('S7 a drift on a page that is gone', () => {
  it('after a restart seen on version', () => {
    let watch = createWatch(fleetOf({ orders: 1 }))
    const say = (o: Parameters<typeof observe>[1]) => observe(watch, o, o.at + 20)
    const light = (now: number) => { digestChanges(watch, now); const row = watch.services.get('orders')?.row; return [row?.light, row?.reasons.map((r) => r.kind)] }
    for (let h = 0; h < 30; h += 1 / 6) {
      const at = BEGIN + hours(h)
      say(healthOk('orders-1', at)); say(scrape('orders-1', at, { memory: leaking(h), startedAt: BEGIN - days(1) }))
    }
    let at = BEGIN + hours(30)
    say(healthOk('orders-1', at))
    console.log('before', light(at + 100))
    // a deploy that has no metrics page
    for (let m = 1; m < 60 * 24 * 3; m += 5) {
      const t = at + minutes(m)
      say(healthOk('orders-1', t)); say(version('orders-1', t, '2.0.0', at)); say(notFound('orders-1', t, 'metrics'))
    }
    at += minutes(60 * 24 * 3)
    say(healthOk('orders-1', at))
    console.log('three days later', light(at + 100), watch.services.get('orders')?.pods.get('orders-1')?.drifts)
  })
})
