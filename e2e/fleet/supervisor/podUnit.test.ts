import { describe, expect, it } from 'vitest'
import { bundlePod } from '#e2e/fleet/bundlePod.ts'
import { ask, failureOf } from '#e2e/fleet/testing/askPod.ts'
import { isAlive } from '#e2e/fleet/testing/sampleFleet.ts'
import { type PodRecord, createPodUnit } from './podUnit.ts'

const record = (): PodRecord => ({
  spec: {
    name: 'orders-1',
    service: 'orders',
    dialect: 'lightship',
    release: { version: '1.2.3', commit: 'abc1234', builtAt: '2026-01-02T03:04:05Z' },
    memoryBytes: 1e9,
    api: '/api/orders',
    signInUrl: 'http://127.0.0.1:1/sign-in',
  },
  port: 0,
  fault: 'all-green',
  up: false,
})

const quiet = () => {}

describe('the process of a pod', () => {
  it('is the same one for everybody who starts it', async () => {
    const pod = record()
    const unit = createPodUnit(await bundlePod(), [pod], quiet)
    await Promise.all([unit.start(), unit.start(), unit.start()])
    const pid = unit.pid()
    await unit.start()
    expect([unit.pid(), pod.up]).toEqual([pid, true])
    expect((await ask(`http://127.0.0.1:${pod.port}/version`)).body).toBe('1.2.3\n')
    await unit.kill()
    expect(isAlive(pid ?? 0)).toBe(false)
  })

  it('killed while it starts, it does not stay behind', async () => {
    const pod = record()
    const unit = createPodUnit(await bundlePod(), [pod], quiet)
    const starting = unit.start()
    await unit.kill()
    await starting
    expect([unit.pid(), pod.up]).toEqual([null, false])
    expect(await failureOf(`http://127.0.0.1:${pod.port}`)).toBe('ECONNREFUSED')
  })

  it('that ends while it starts is an error, and the next start is a new try', async () => {
    const unit = createPodUnit('/there/is/no/program.js', [record()], quiet)
    await expect(unit.start()).rejects.toThrow('exit code 1: Error: Cannot find module')
    await expect(unit.start()).rejects.toThrow('exit code 1')
    expect(unit.pid()).toBeNull()
  })
})
