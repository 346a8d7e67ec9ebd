import { describe, expect, it } from 'vitest'
import { createPool } from './pool.ts'

const state = (pool: ReturnType<typeof createPool>) => ({ inUse: pool.inUse(), waiting: pool.waiting() })

describe('a pool of connections', () => {
  it('hands out what it has, then lets callers wait in turn', async () => {
    const pool = createPool(2)
    const first = await pool.acquire(1000)
    await pool.acquire(1000)
    const order: string[] = []
    const third = pool.acquire(1000).then((release) => (order.push('third'), release))
    const fourth = pool.acquire(1000).then((release) => (order.push('fourth'), release))
    expect(state(pool)).toEqual({ inUse: 2, waiting: 2 })

    first?.()
    const release = await third
    expect(order).toEqual(['third'])
    expect(state(pool)).toEqual({ inUse: 2, waiting: 1 })
    release?.()
    await fourth
    expect(state(pool)).toEqual({ inUse: 2, waiting: 0 })
  })

  it('gives up on a caller that waited too long, and serves the next', async () => {
    const pool = createPool(1)
    const held = await pool.acquire(1000)
    const patient = pool.acquire(10_000)
    await expect(pool.acquire(5)).resolves.toBeNull()
    expect(state(pool)).toEqual({ inUse: 1, waiting: 1 })
    held?.()
    await expect(patient).resolves.not.toBeNull()
  })

  it('takes a connection back only once', async () => {
    const pool = createPool(1)
    const release = await pool.acquire(1000)
    release?.()
    release?.()
    expect(state(pool)).toEqual({ inUse: 0, waiting: 0 })
  })
})
