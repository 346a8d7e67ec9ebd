import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Priority } from '#src/domain/sla/priority.ts'
import { type DurationMs, seconds } from '#src/domain/time/units.ts'
import { alarmNotes, NOTE_EDGE, notesLast } from '#src/domain/wall/alarmNotes.ts'

/**
 * Whether calls can be heard. `unknown`: not tried yet. `blocked`: the browser waits for somebody to press a key (HTML,
 * 8.9 "sticky activation"). `silent`: it would not even then, as on a computer without a sound card.
 */
export type SoundState = 'unknown' | 'ready' | 'blocked' | 'silent'

export type AlarmSound = {
  readonly store: StoreApi<SoundState>
  /** Finds out whether calls can be heard, without a sound. */
  readonly probe: () => Promise<void>
  /** To be called within a key press: the browser may allow sound from then on. */
  readonly allow: () => Promise<void>
  /** Plays a priority's call; while one is playing the most urgent of those that come meanwhile waits for its end. */
  readonly play: (priority: Priority, quiet: boolean) => Promise<void>
}

const WAKES_WITHIN: DurationMs = seconds(1)
const inSeconds = (duration: DurationMs): number => duration / 1000

const within = (duration: DurationMs, job: Promise<unknown>): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(done, duration)
    const end = (): void => {
      clearTimeout(timer)
      done()
    }
    job.then(end, end)
  })

/** Puts one call on the context's clock; resolves when its last note has faded. */
function sound(context: AudioContext, priority: Priority, quiet: boolean): Promise<void> {
  const notes = alarmNotes(priority, quiet)
  const begin = context.currentTime + inSeconds(NOTE_EDGE)
  for (const { at, hertz, lasts, gain } of notes) {
    const from = begin + inSeconds(at)
    const to = from + inSeconds(lasts)
    const oscillator = context.createOscillator()
    const volume = context.createGain()
    oscillator.frequency.value = hertz
    volume.gain.setValueAtTime(0, from)
    volume.gain.linearRampToValueAtTime(gain, from + inSeconds(NOTE_EDGE))
    volume.gain.setValueAtTime(gain, to - inSeconds(NOTE_EDGE))
    volume.gain.linearRampToValueAtTime(0, to)
    oscillator.connect(volume).connect(context.destination)
    oscillator.start(from)
    oscillator.stop(to)
  }
  return new Promise((done) => void setTimeout(done, notesLast(notes) + 2 * NOTE_EDGE))
}

/** Synthesised sound: nothing is fetched. `make` is null where the browser has none. */
export function createAlarmSound(make: (() => AudioContext) | null): AlarmSound {
  const store = createStore<SoundState>(() => 'unknown')
  let context: AudioContext | null = null
  let isPlaying = false
  let waiting: { readonly priority: Priority; readonly quiet: boolean } | null = null

  /** A context that runs costs a thread of its own for weeks: it sleeps between two calls. */
  const wake = async (otherwise: 'blocked' | 'silent'): Promise<AudioContext | null> => {
    if (make === null) {
      store.setState('silent', true)
      return null
    }
    context ??= make()
    await within(WAKES_WITHIN, context.resume())
    const isAwake = context.state === 'running'
    store.setState(isAwake ? 'ready' : otherwise, true)
    return isAwake ? context : null
  }

  const sleep = async (): Promise<void> => {
    if (context?.state === 'running') await context.suspend()
  }

  const play = async (priority: Priority, quiet: boolean): Promise<void> => {
    if (isPlaying) {
      if (waiting === null || priority < waiting.priority) waiting = { priority, quiet }
      return
    }
    isPlaying = true
    try {
      const awake = await wake(store.getState() === 'silent' ? 'silent' : 'blocked')
      if (awake !== null) await sound(awake, priority, quiet)
    } finally {
      isPlaying = false
    }
    const next = waiting
    waiting = null
    if (next === null) await sleep()
    else await play(next.priority, next.quiet)
  }

  return {
    store,
    probe: async () => {
      if (isPlaying) return
      await wake('blocked')
      if (!isPlaying) await sleep()
    },
    allow: async () => {
      if (store.getState() === 'ready' || isPlaying) return
      if ((await wake('silent')) === null) return
      // Whoever allowed it hears that it works.
      await play(5, true)
    },
    play,
  }
}

let own: AlarmSound | null = null

/** The sound of this page. */
export function alarmSound(): AlarmSound {
  own ??= createAlarmSound('AudioContext' in globalThis ? () => new AudioContext() : null)
  return own
}
