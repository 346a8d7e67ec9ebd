import { describe, expect, it } from 'vitest'
import { mappedOf } from '#src/domain/signals/testing/mappedOf.ts'
import { withoutMapped } from './withoutMapped.ts'

const reading = (signal: 'memory' | 'fds') => ({ signal, t: 0, value: 1, bound: null, ofHour: false })

describe('withoutMapped', () => {
  it.each([
    { name: 'nothing is mapped', signals: {}, left: ['memory', 'fds'] },
    { name: 'one is', signals: { memory: 'shop_memory_bytes' }, left: ['fds'] },
    { name: 'another one is', signals: { queueDepth: 'shop_jobs' }, left: ['memory', 'fds'] },
  ])('where $name leaves $left', ({ signals, left }) => {
    const found = withoutMapped([reading('memory'), reading('fds')], mappedOf(signals))
    expect(found.map(({ signal }) => signal)).toEqual(left)
  })
})
