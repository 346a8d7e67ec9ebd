import { afterEach, describe, expect, it } from 'vitest'
import { ask, failureOf } from '#e2e/fleet/testing/askPod.ts'
import { until } from '#e2e/fleet/until.ts'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { moment } from '#src/domain/watch/scenario/moment.ts'
import type { OtherFamily, PodPlay } from '#src/domain/watch/scenario/story.ts'
import { type LivePod, livePod } from './livePod.ts'
import { storyClock } from './storyClock.ts'

const FIRST = moment('2026-11-11T08:40Z')

const PLAY: PodPlay = {
  starts: [
    { at: FIRST - minutes(10), version: '1.0.0' },
    { at: FIRST + minutes(10), version: '1.0.1' },
  ],
  metrics: (t) => ({ go_goroutines: 7, minutes_since: (t - FIRST) / minutes(1) }),
  checks: () => [{ name: 'postgres', state: 'degraded', message: 'read only' }],
}

const AGENTS: OtherFamily = {
  family: 'http_requests_total',
  label: 'user_agent',
  example: (n) => `agent/${n}`,
}

const isOut = (t: number): boolean => t > FIRST + seconds(10) && t < FIRST + seconds(20)

/** This world's clock, which only the tests move. */
let real = 5_000_000
let pods: LivePod[] = []

async function start(play: Partial<PodPlay> = {}): Promise<string> {
  const clock = storyClock(FIRST, real, () => real)
  const pod = await livePod({ service: 'orders', pod: 'orders-1', play: { ...PLAY, ...play } }, clock)
  pods = [...pods, pod]
  return `http://${pod.address}`
}

afterEach(async () => {
  await Promise.all(pods.map((pod) => pod.stop()))
  pods = []
})

const refuses = async (url: string): Promise<boolean> => (await failureOf(`${url}/health`)) === 'ECONNREFUSED'

describe('a pod of a story', () => {
  it('says what the story says, from its first question on', async () => {
    const url = await start()
    real += minutes(3)
    const first = await ask(`${url}/metrics`)
    expect(first.body).toBe(
      'go_goroutines 7\nminutes_since 0\nprocess_start_time_seconds 4400\napp_build_info{version="1.0.0"} 1\n',
    )
    real += minutes(12)
    const next = await ask(`${url}/metrics`)
    expect(next.body).toContain('minutes_since 12\n')
    // The second process was started while the story went on.
    expect(next.body).toContain(`process_start_time_seconds ${(real - minutes(2)) / 1000}\n`)
    expect(JSON.parse((await ask(`${url}/version`)).body)).toEqual({ version: '1.0.1' })
  })

  it('answers for its health and its readiness', async () => {
    const url = await start({ ready: () => 'down' })
    expect(await ask(`${url}/health`)).toMatchObject({
      status: 200,
      body: expect.stringContaining('read only'),
    })
    expect(await ask(`${url}/ready`)).toMatchObject({ status: 503 })
    expect(await ask(`${url}/elsewhere`)).toMatchObject({ status: 404 })
  })

  it('writes every line that nobody reads', async () => {
    const url = await start({ otherLines: () => 3, otherFamily: AGENTS })
    const { body } = await ask(`${url}/metrics`)
    expect(body.match(/^http_requests_total\{user_agent="agent\/\d"\} 1$/gm)).toHaveLength(3)
  })

  it('refuses connections, and takes them again at the same address', async () => {
    const url = await start({ answers: (t) => (isOut(t) ? 'refused' : 'ok') })
    expect(await refuses(url)).toBe(false)
    real += seconds(15)
    await until('it refuses', () => refuses(url))
    real += seconds(15)
    await until('it answers', async () => !(await refuses(url)))
  })

  it('holds a question that nobody answers', async () => {
    const url = await start({ answers: () => 'timeout' })
    expect(await failureOf(`${url}/health`, 300)).toBe('TimeoutError')
  })
})
