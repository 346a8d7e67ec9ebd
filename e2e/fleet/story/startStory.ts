import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPrometheus, writeLines } from '#e2e/fleet/prometheusBlocks.ts'
import type { Running } from '#e2e/support/realServers.ts'
import { actorsOf } from '#src/domain/watch/scenario/playedPod.ts'
import type { Story } from '#src/domain/watch/scenario/story.ts'
import { type LivePod, livePod } from './livePod.ts'
import { type StoryClock, storyClock } from './storyClock.ts'
import { storyPast } from './storyPast.ts'

/** A story that is played. */
export type PlayedStory = {
  /** The fleet file for the dashboard. */
  readonly fleetPath: string
  readonly pods: number
  /** Frees every port and folder, and ends the Prometheus. */
  readonly stop: () => Promise<void>
}

/** Short intervals, since it is there to be watched. */
const INTERVALS = { health: '5s', ready: '5s', metrics: '10s', version: '30s' }

function fleetFileOf(story: Story, pods: readonly LivePod[], prometheus: Running | null): unknown {
  return {
    title: story.name,
    intervals: INTERVALS,
    endpoints: { health: '/health', metrics: '/metrics', version: '/version' },
    ...story.file,
    ...(prometheus === null ? {} : { sources: { prometheus: { url: prometheus.url } } }),
    services: story.services.map(({ name, file }) => ({
      ...file,
      name,
      pods: pods
        .filter(({ actor }) => actor.service === name)
        .map(({ actor, address }) => ({ name: actor.pod, url: `http://${address}` })),
    })),
  }
}

async function startPast(
  story: Story,
  pods: readonly LivePod[],
  clock: StoryClock,
  folder: string,
): Promise<Running> {
  await writeLines(folder, storyPast(story, pods, clock))
  return startPrometheus(folder)
}

/**
 * Plays a story: real pods on free ports of loopback that go on from `liveFrom` as soon as somebody asks the first of them.
 * `withPast`: what they said before is in a real Prometheus, which has to be installed.
 */
export async function startStory(
  story: Story,
  { withPast }: { readonly withPast: boolean },
): Promise<PlayedStory> {
  const clock = storyClock(story.liveFrom, Date.now(), () => Date.now())
  const pods = await Promise.all(actorsOf(story).map((actor) => livePod(actor, clock)))
  const folder = mkdtempSync(join(tmpdir(), 'morning-check-story-'))
  let prometheus: Running | null = null
  // Also where this process is ended in between: nothing of it may stay.
  const leave = (): void => {
    void prometheus?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', leave)
  const stop = async (): Promise<void> => {
    await prometheus?.stop()
    process.off('exit', leave)
    rmSync(folder, { recursive: true, force: true })
    await Promise.all(pods.map((pod) => pod.stop()))
  }
  try {
    if (withPast) prometheus = await startPast(story, pods, clock, join(folder, 'past'))
    const fleetPath = join(folder, 'fleet.json')
    writeFileSync(fleetPath, JSON.stringify(fleetFileOf(story, pods, prometheus), null, 2))
    return { fleetPath, pods: pods.length, stop }
  } catch (cause) {
    await stop()
    throw cause
  }
}
