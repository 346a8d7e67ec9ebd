import { describe, expect, it } from 'vitest'
import { markBook } from '#src/domain/series/markBook.ts'
import { days, hours } from '#src/domain/time/units.ts'
import { scrape, version } from '#src/domain/watch/testing/answers.ts'
import { fleetOf } from '#src/domain/watch/testing/fleetOf.ts'
import type { Observation } from '#src/domain/watch/observation.ts'
import { createWatch, observe } from '#src/domain/watch/watch.ts'
import { BEGIN } from './testing/follow.ts'
import { following } from './following.ts'
import { forgetGone } from './forgetGone.ts'

const begun = () => {
  const watch = createWatch(fleetOf({ orders: 1 }))
  const tell = (observation: Observation) => observe(watch, observation, observation.at + 20)
  return { tell, marks: watch.memory.marks }
}

describe('remembered starts', () => {
  it('a pod that lives long keeps its marks however many others come and go', () => {
    const book = markBook()
    book.note('db', 'db-0', { startedAt: BEGIN, version: '1', at: BEGIN })
    book.note('db', 'db-0', { startedAt: BEGIN + days(1), version: '1', at: BEGIN + days(1) })
    for (let i = 0; i < 20_000; i++) {
      book.note('orders', `orders-${i}`, { startedAt: BEGIN + i, version: '1', at: BEGIN + i })
      if (i % 1000 === 0) book.note('db', 'db-0', { startedAt: null, version: '1', at: BEGIN + i })
    }
    expect(book.marksOf('db', 'db-0')).toHaveLength(1)
  })

  it('pods without a metrics page, and those that only the stored marks name, are forgotten', () => {
    const memory = following()
    for (let i = 0; i < 5000; i++)
      memory.marks.note('orders', `orders-${i + 5}`, { startedAt: BEGIN, version: '1', at: BEGIN })
    forgetGone(memory, fleetOf({ orders: 1 }), BEGIN + days(400))
    expect(JSON.stringify(memory.marks.save()).length).toBeLessThan(1000)
  })

  it('two names of one release are no deploy from one session to the next', () => {
    const page = { version: 'v1.8.2-abc', memory: 1e8, startedAt: BEGIN - days(3) }
    const first = begun()
    first.tell(scrape('orders-1', BEGIN, page))
    first.tell(version('orders-1', BEGIN + 100, '1.8.2'))
    const next = begun()
    next.tell(version('orders-1', BEGIN + hours(12), '1.8.2'))
    next.tell(scrape('orders-1', BEGIN + hours(12) + 100, page))
    next.marks.load(JSON.parse(JSON.stringify(first.marks.save())))
    expect(next.marks.marksOf('orders', 'orders-1')).toEqual([])
  })
})
