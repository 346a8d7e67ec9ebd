import { describe, expect, it } from 'vitest'
import { historyBook, seriesName } from '#src/domain/series/historyBook.ts'
import { days, minutes } from '#src/domain/time/units.ts'
import { podFacts } from '#src/domain/watch/testing/podFacts.ts'
import { podUsual } from './podUsual.ts'

const AT = 1_763_371_800_000

function booked(signals: readonly string[], value = 30) {
  const book = historyBook()
  for (const signal of signals) {
    for (let day = 7; day >= 1; day--)
      book.remember(seriesName('orders', 'orders-1', signal), AT - days(day), value)
    // A clock that leaps by a day is not believed for ten minutes.
    for (let page = 0; page < 60; page++)
      book.remember(seriesName('orders', 'orders-1', signal), AT - minutes(70 - page), value)
  }
  return book
}

describe('what the signals of a pod usually are', () => {
  it('is known of those that are judged by it', () => {
    const usual = podUsual(booked(['latencyP99', 'memory', 'goroutines']), podFacts(), null, AT)
    expect([...usual.keys()].toSorted()).toEqual(['latencyP99', 'memory'])
    expect(usual.get('latencyP99')?.value).toBe(30)
  })

  it('is looked up once in five minutes, and until then at every page', () => {
    const book = booked(['memory'])
    const pod = podFacts()
    const known = { ...pod, usual: podUsual(book, pod, null, AT) }
    expect(podUsual(book, known, AT, AT + minutes(2))).toBe(known.usual)
    expect(podUsual(book, known, AT, AT + minutes(5))).not.toBe(known.usual)
    expect(podUsual(book, pod, AT, AT + minutes(2)).size).toBe(1)
  })

  it('is nothing of another pod', () => {
    const pod = podFacts()
    expect(
      podUsual(booked(['memory']), { ...pod, pod: { ...pod.pod, name: 'orders-2' } }, null, AT).size,
    ).toBe(0)
  })
})
