import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { ToPage } from '#src/engine/protocol.ts'
import { createBoardStore } from '#src/state/boardStore.ts'
import { createPreferences } from '#src/state/preferences.ts'
import type { Screen } from '#src/state/screen.ts'
import type { Storage } from '#src/state/storage.ts'
import { createTicker } from '#src/state/ticker.ts'
import { createWatchStore, receive } from '#src/state/watchStore.ts'
import { idleDesk } from './idleDesk.ts'
import { idleDrill } from './idleDrill.ts'
import { NOW, sampleStrip } from './sampleRow.ts'

/** A storage that forgets with the test. */
export function memoryStorage(): Storage {
  const texts = new Map<string, string>()
  return {
    read: (key) => texts.get(key) ?? null,
    write: (key, text) => void texts.set(key, text),
    remove: (key) => void texts.delete(key),
  }
}

export type TestScreen = Screen & {
  /** Sends a message as a worker would that is at work. */
  readonly say: (message: ToPage) => void
  /** Sends these rows as the whole digest, under a good fleet file. */
  readonly show: (rows: readonly ServiceRow[]) => void
  /** Lets time pass. */
  readonly wait: (duration: number) => void
}

/** Everything a screen draws from, without a worker, a clock or a browser's storage. */
export function testScreen(own: Partial<Screen> = {}): TestScreen {
  let now = NOW
  const ticker = createTicker({ now: () => now, every: () => () => {} }, 1000)
  const watch = createWatchStore(null)
  const say = (message: ToPage): void => {
    receive(watch, { kind: 'beat', at: now, holdsUntil: Number.POSITIVE_INFINITY, fault: null }, now)
    receive(watch, message, now)
  }
  return {
    watch,
    board: createBoardStore(),
    desk: idleDesk,
    drill: idleDrill,
    ask: ({ about }) => Promise.resolve({ about, found: null }),
    ticker,
    preferences: createPreferences(memoryStorage()),
    storage: memoryStorage(),
    timeZone: 'Europe/Paris',
    viewersZone: 'Europe/Paris',
    openedAt: NOW,
    mode: 'shared',
    detail: () => Promise.resolve(null),
    behind: () => Promise.resolve(null),
    policies: () => Promise.resolve(null),
    lines: () => Promise.resolve(null),
    explain: () => Promise.resolve(null),
    exportHistory: () => Promise.resolve(null),
    importHistory: () => Promise.resolve(null),
    giveToken: () => Promise.resolve(false),
    say,
    show: (rows) => {
      say({ kind: 'fleet-file', state: { kind: 'good', url: 'http://localhost/fleet.json', readAt: NOW } })
      say({ kind: 'digest', full: true, rows, gone: [], strip: sampleStrip(rows) })
    },
    wait: (duration) => {
      now += duration
      ticker.tick()
    },
    ...own,
  }
}
