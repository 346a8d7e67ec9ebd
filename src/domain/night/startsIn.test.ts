import { describe, expect, it } from 'vitest'
import { NIGHT } from '#src/domain/journal/testing/journalRig.ts'
import { markBook } from '#src/domain/series/markBook.ts'
import { minutes } from '#src/domain/time/units.ts'
import { at, journalOf, nightTold, sourcesOf } from './testing/nightRig.ts'

/** The deploys and restarts of a night, told in minutes since it began, of what was noted of pods. */
function startsOf(notes: readonly (readonly [pod: string, start: number, version: string, noted: number])[]) {
  const marks = markBook()
  for (const [pod, start, version, noted] of notes)
    marks.note('orders', pod, { startedAt: at(start), version, at: at(noted) })
  const night = nightTold(
    sourcesOf(journalOf({ orders: 'ggggggggg' }), ['orders'], {
      marks,
      isAwaited: (_, pod) => pod === 'orders-9',
    }),
  )
  const [orders] = night.services
  return {
    deploys: orders?.deploys.map(
      (one) => `${one.version} ${(one.at - NIGHT) / minutes(1)}: ${one.pods.join()}`,
    ),
    restarts: orders?.restarts.map(
      (one) => `${one.pod} ${(one.at - NIGHT) / minutes(1)}, known ${(one.learnedAt - NIGHT) / minutes(1)}`,
    ),
  }
}

describe('starts of a night', () => {
  it('are those that began in it, and those that became known in it', () => {
    const { deploys, restarts } = startsOf([
      ['orders-1', -900, '1', -800],
      ['orders-1', -50, '1', -50],
      ['orders-1', -20, '1', 15],
      ['orders-1', 30, '1', 30],
      ['orders-2', -900, '1', -800],
      ['orders-2', -40, '2', 20],
      ['orders-3', -900, '1', -800],
      ['orders-3', 40, '3', 40],
      ['orders-4', -900, '1', -800],
      ['orders-4', 70, '1', 70],
    ])
    expect(restarts).toEqual(['orders-1 -20, known 15', 'orders-1 30, known 30'])
    expect(deploys).toEqual(['2 -40: orders-2', '3 40: orders-3'])
  })

  it('are told once it is known whether they were deploys', () => {
    const { restarts } = startsOf([
      ['orders-9', -900, '1', -800],
      ['orders-9', 30, '1', 30],
    ])
    expect(restarts).toEqual([])
  })

  it('are known of services that are gone, too', () => {
    const marks = markBook()
    marks.note('old', 'old-1', { startedAt: at(-900), version: '1', at: at(-100) })
    marks.note('old', 'old-1', { startedAt: at(10), version: '2', at: at(10) })
    const night = nightTold(sourcesOf(journalOf({ old: 'gggggg---' }), [], { marks }))
    expect(night.services).toMatchObject([{ name: 'old', standing: 'gone', deploys: [{ version: '2' }] }])
  })
})
