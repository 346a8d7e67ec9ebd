import { seconds } from '#src/domain/time/units.ts'
import type { WatchClient } from '#src/engine/client.ts'
import { createBoardStore } from '#src/state/boardStore.ts'
import { feedStore } from '#src/state/feedStore.ts'
import { createPreferences } from '#src/state/preferences.ts'
import { readSavedDigest } from '#src/state/savedDigest.ts'
import type { Screen } from '#src/state/screen.ts'
import { createTicker } from '#src/state/ticker.ts'
import { createWatchStore } from '#src/state/watchStore.ts'
import { askDesk } from './askDesk.ts'
import { askDrill } from './askDrill.ts'
import { askWatch } from './askWatch.ts'
import { browserStorage } from './browserStorage.ts'
import { keepDigest } from './keepDigest.ts'

const now = (): number => Date.now()

/** Runs jobs one a turn of the browser. A hidden tab's timers come once a minute, its messages at once. */
function turnByTurn(): (job: () => void) => void {
  const jobs: (() => void)[] = []
  const { port1, port2 } = new MessageChannel()
  port1.addEventListener('message', () => jobs.shift()?.())
  port1.start()
  return (job) => {
    jobs.push(job)
    port2.postMessage(null)
  }
}

/** Builds what the screens draw from, and lets the worker's messages flow into it. */
export function createScreen(client: WatchClient, fleetUrl: string): Screen {
  const ticker = createTicker(
    {
      now,
      every: (step, job) => {
        const timer = setInterval(job, step)
        return () => clearInterval(timer)
      },
    },
    seconds(1),
  )
  // A hidden tab ticks late or not at all: when it is looked at again, its ages are right at once.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') ticker.tick()
  })
  const watch = createWatchStore(readSavedDigest(browserStorage, fleetUrl))
  const board = createBoardStore()
  feedStore(
    client,
    { watch, board },
    {
      now,
      monotonic: () => performance.now(),
      soon: turnByTurn(),
      ticker,
    },
  )
  keepDigest(watch, browserStorage, fleetUrl)
  const viewersZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return {
    watch,
    board,
    desk: askDesk(client),
    drill: askDrill(client),
    ask: (question) => client.ask(question),
    ticker,
    preferences: createPreferences(browserStorage),
    storage: browserStorage,
    timeZone: viewersZone,
    viewersZone,
    openedAt: now(),
    mode: client.mode,
    ...askWatch(client),
  }
}
