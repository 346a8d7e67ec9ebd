import { createServer } from 'node:http'
import { describe, expect, it } from 'vitest'
import { closeServer, listenOnLoopback } from './listenOnLoopback.ts'

describe('listenOnLoopback', () => {
  it('takes a free port for 0', async () => {
    const server = createServer()
    expect(await listenOnLoopback(server, 0)).toBeGreaterThan(0)
    await closeServer(server)
  })

  it('waits for a port that is taken for a moment', async () => {
    const [first, second] = [createServer(), createServer()]
    const port = await listenOnLoopback(first, 0)
    const waiting = listenOnLoopback(second, port)
    await closeServer(first)
    expect(await waiting).toBe(port)
    await closeServer(second)
  })

  it('fails for a port that stays taken', async () => {
    const [first, second] = [createServer(), createServer()]
    const port = await listenOnLoopback(first, 0)
    await expect(listenOnLoopback(second, port)).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await closeServer(first)
  })
})
