import type { Ports } from '#src/engine/ports.ts'
import type { Channel, Sharing } from '#src/engine/watch/workerSharing.ts'
import type { HandClock } from './handClock.ts'

type Claim = { readonly owner: HandWorker; readonly held: () => void; readonly lost: () => void }
type End = { readonly owner: HandWorker; readonly name: string; hear(word: unknown): void }

/** A worker of a hand-made browser. While it is frozen everything that happens to it waits. */
export type HandWorker = {
  readonly sharing: Sharing
  /** The same ports, but for timers: those of a frozen worker do not go off, and are not made up for. */
  ports(world: Ports): Ports
  /** Does something as this worker: at once, or when it thaws. */
  run(job: () => void): void
  freeze(): void
  thaw(): void
  /** Ends it: its lock falls free, and nothing reaches it any more. */
  end(): void
}

/** A browser's Web Locks and BroadcastChannels without a browser: every word takes a millisecond. */
export type HandBrowser = { worker(name: string): HandWorker; readonly channels: () => number }

/** Locks are granted in the order in which they were asked for; a theft goes first. */
export function handBrowser(clock: HandClock): HandBrowser {
  const ends = new Set<End>()
  let holder: Claim | null = null
  let queue: Claim[] = []

  const grant = (): void => {
    if (holder !== null) return
    const next = queue.shift()
    if (next === undefined) return
    holder = next
    next.owner.run(next.held)
  }

  const lockFor = (owner: HandWorker): Sharing['lock'] => {
    return (_name, steal, { held, lost }) => {
      const claim: Claim = { owner, held, lost }
      if (steal) {
        const robbed = holder
        holder = null
        queue.unshift(claim)
        if (robbed !== null) robbed.owner.run(robbed.lost)
      } else queue.push(claim)
      // A grant is never part of the call that asked for it.
      clock.after(0, grant)
      return () => {
        queue = queue.filter((one) => one !== claim)
      }
    }
  }

  const channelFor = (owner: HandWorker): Sharing['channel'] => {
    return <W>(name: string, hear: (word: W) => void): Channel<W> => {
      // A method: what is said on a channel of this name is what its listeners take.
      const end: End = { owner, name, hear }
      ends.add(end)
      return {
        say: (word) => {
          for (const other of ends) {
            if (other === end || other.name !== name) continue
            clock.after(1, () => {
              if (ends.has(other)) other.owner.run(() => other.hear(structuredClone(word)))
            })
          }
        },
        close: () => ends.delete(end),
      }
    }
  }

  const worker = (me: string): HandWorker => {
    let frozen = false
    let ended = false
    const jobs: (() => void)[] = []
    const self: HandWorker = {
      sharing: {
        me,
        lock: (...args) => lockFor(self)(...args),
        channel: (...args) => channelFor(self)(...args),
      },
      ports: (world) => ({
        ...world,
        every: (period, call) =>
          world.every(period, () => {
            if (!frozen && !ended) call()
          }),
      }),
      run: (job) => {
        if (frozen) jobs.push(job)
        else if (!ended) job()
      },
      freeze: () => {
        frozen = true
      },
      thaw: () => {
        frozen = false
        for (const job of jobs.splice(0)) self.run(job)
      },
      end: () => {
        ended = true
        for (const end of ends) if (end.owner === self) ends.delete(end)
        queue = queue.filter(({ owner }) => owner !== self)
        if (holder?.owner === self) holder = null
        clock.after(0, grant)
      },
    }
    return self
  }

  return { worker, channels: () => ends.size }
}
