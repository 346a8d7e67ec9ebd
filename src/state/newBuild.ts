import {
  type Adoption,
  adoptionOf,
  type BuildsTried,
  readTried,
  TRY_AGAIN_AFTER,
  withTried,
} from '#src/domain/build/adoption.ts'
import type { BuiltPage } from '#src/domain/build/builtPage.ts'
import { type DurationMs, type EpochMs, minutes, seconds } from '#src/domain/time/units.ts'
import type { Storage } from './storage.ts'

/** Where another build stands: `adopting` while the page is being loaded anew, else what keeps it waiting. */
export type NewBuild = Exclude<Adoption, { readonly kind: 'now' }> | { readonly kind: 'adopting' }

/** What following the server's build needs of the browser. */
export type BuildPorts = {
  /** The entry of this page; null where it was not built, as in development. */
  readonly own: string | null
  /** Asks for the page that the server has now, once; null where none of ours came. */
  readonly look: () => Promise<BuiltPage | null>
  /** Whether a file of it is there, whole. */
  readonly isThere: (asset: string) => Promise<boolean>
  readonly storage: Storage
  readonly now: () => EpochMs
  readonly openedAt: EpochMs
  readonly touchedAt: () => EpochMs
  readonly isBusy: () => boolean
  readonly reload: () => void
  readonly every: (period: DurationMs, call: () => void) => () => void
  /** Calls when the server may have been started anew: this computer or the server came back. Returns how to stop. */
  readonly onComeback: (call: () => void) => () => void
}

const LOOK_EVERY: DurationMs = minutes(5)
/** Whoever comes back again and again is not asked any oftener than this. */
const LEAST_GAP: DurationMs = seconds(10)
const TURN_EVERY: DurationMs = seconds(5)

const KEY = 'morning-check/builds-tried'

/** Where nothing can be kept, nothing is known of what the page before this one tried: then it must be an old one. */
function noteTried({ storage, now, openedAt }: BuildPorts, tried: BuildsTried, build: string): boolean {
  const text = JSON.stringify(withTried(tried, build, now()))
  storage.write(KEY, text)
  return storage.read(KEY) === text || now() - openedAt >= TRY_AGAIN_AFTER
}

/**
 * Goes over to another build of this page by itself, once the server has it whole and nobody is at work here. `tell` hears
 * what keeps it waiting. One GET every five minutes; the files of another build are asked for once, before the page is left.
 */
export function followBuild(ports: BuildPorts, tell: (state: NewBuild) => void): () => void {
  const { own } = ports
  if (own === null) return () => {}
  let served: BuiltPage | null = null
  let lookedAt: EpochMs = Number.NEGATIVE_INFINITY
  let isLooking = false
  let isWanted = false
  let isStopped = false

  const adopt = async (page: BuiltPage, tried: BuildsTried): Promise<void> => {
    const there = await Promise.all(page.assets.map(ports.isThere))
    // It is still being put there, perhaps: the next look sees.
    served = null
    if (isStopped) return
    if (there.includes(false) || !noteTried(ports, tried, page.entry)) return tell({ kind: 'none' })
    isStopped = true
    tell({ kind: 'adopting' })
    ports.reload()
  }

  const decide = async (): Promise<void> => {
    const page = served
    const tried = readTried(ports.storage.read(KEY))
    const { touchedAt, isBusy } = ports
    const standing = { own, served: page?.entry ?? null, tried, touchedAt: touchedAt(), isBusy: isBusy() }
    const adoption = adoptionOf(standing, ports.now())
    if (adoption.kind !== 'now') tell(adoption)
    else if (page !== null) await adopt(page, tried)
  }

  const once = async (work: () => Promise<void>): Promise<void> => {
    if (isLooking || isStopped) return
    isLooking = true
    try {
      await work()
    } finally {
      isLooking = false
    }
  }

  const look = async (): Promise<void> => {
    lookedAt = ports.now()
    isWanted = false
    const page = await ports.look()
    // A server that does not answer says nothing about its build.
    if (page !== null) served = page
    await decide()
  }

  const isTooSoon = (): boolean => Math.abs(ports.now() - lookedAt) < LEAST_GAP

  const turn = (): void => {
    if (isWanted && !isTooSoon()) void once(look)
    else if (served !== null) void once(decide)
  }

  const lookSoon = (): void => {
    isWanted = true
    turn()
  }

  const stops = [
    ports.every(LOOK_EVERY, () => void once(look)),
    ports.every(TURN_EVERY, turn),
    ports.onComeback(lookSoon),
  ]
  return () => {
    isStopped = true
    for (const stop of stops) stop()
  }
}
