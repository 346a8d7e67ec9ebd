import type { Fleet } from '#src/domain/fleet/fleet.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { LinkChanged, ProbeEnded } from '#src/domain/watch/observation.ts'
import { createWatch, digestChanges, observe, type Watch } from '#src/domain/watch/watch.ts'
import { link } from './answers.ts'
import { answerIn } from './story.ts'

/** What may happen to a dashboard. Times are of the real world; only `jump` sets the clock. */
export type Happening =
  | { readonly kind: 'pass'; readonly time: DurationMs }
  /** The clock is set forward, or back when negative. */
  | { readonly kind: 'jump'; readonly by: number }
  | {
      readonly kind: 'answer'
      readonly pod: number
      readonly endpoint: 'health' | 'ready' | 'metrics'
      /** As in `answerIn`. */
      readonly letter: string
      readonly freshFor: DurationMs
      /** Until the watch is told of it; it never is when `lost`. */
      readonly delay: DurationMs
      readonly lost: boolean
      /** The clock is set while it is on its way. */
      readonly jump: number
    }
  /** Every pod's health answers the same, and its readiness where it is asked for that. */
  | { readonly kind: 'all'; readonly letter: string }
  /** Something that ended before, the `back`-th newest, is told again; or late, if it was lost. */
  | { readonly kind: 'again'; readonly back: number }
  | { readonly kind: 'link'; readonly state: LinkChanged['state'] }
  /** The fleet file is read anew, and says the same. */
  | { readonly kind: 'reload' }

/** An answer, as the world knows it. */
export type Said = {
  readonly ended: ProbeEnded
  readonly letter: string
  /** When it ended, of a clock that never jumps. */
  readonly realAt: EpochMs
  /** How often the clock had been set by then. */
  readonly era: number
  told: boolean
}

/** A dashboard and all that happened around it. */
export type World = {
  watch: Watch
  readonly said: Said[]
  real: EpochMs
  /** What its clock shows is `real + offset`. */
  offset: number
  era: number
}

export const worldOf = (fleet: Fleet): World => ({
  watch: createWatch(fleet),
  said: [],
  real: 1_000_000_000,
  offset: 0,
  era: 0,
})

export const clockOf = ({ real, offset }: World): EpochMs => real + offset

function jump(world: World, by: number): void {
  world.offset += by
  if (by !== 0) world.era += 1
}

function tell(world: World, said: Said): void {
  said.told = true
  observe(world.watch, said.ended, clockOf(world))
}

function answer(world: World, happening: Extract<Happening, { kind: 'answer' }>): void {
  const pods = world.watch.fleet.services.flatMap((service) => service.pods)
  const pod = pods[happening.pod % pods.length]
  // No two answers of one endpoint end in the same millisecond.
  world.real += 1
  const { letter, endpoint, freshFor, delay } = happening
  const ended = pod === undefined ? null : answerIn(letter, pod.name, clockOf(world), endpoint)
  if (ended === null) return
  const said: Said = {
    ended: Object.assign(ended, { freshFor }),
    letter,
    realAt: world.real,
    era: world.era,
    told: false,
  }
  world.said.push(said)
  world.real += delay
  jump(world, happening.jump)
  if (!happening.lost) tell(world, said)
}

const isOvertaken = ({ said }: World, { ended, realAt }: Said): boolean =>
  said.some(
    (other) =>
      other.told &&
      other.realAt > realAt &&
      other.ended.pod === ended.pod &&
      other.ended.endpoint === ended.endpoint,
  )

/** No poller holds an answer back until a newer one of the same endpoint was told, or until the clock was set. */
function again(world: World, back: number): void {
  const said = world.said.at(-1 - back)
  if (said === undefined || said.era !== world.era) return
  if (said.told || !isOvertaken(world, said)) tell(world, said)
}

const ALL = { kind: 'answer', freshFor: 15_000, delay: 0, lost: false, jump: 0 } as const

function answerAll(world: World, letter: string): void {
  const pods = world.watch.fleet.services.flatMap(({ endpoints, pods }) => pods.map(() => endpoints))
  for (const [pod, { ready }] of pods.entries()) {
    answer(world, { ...ALL, pod, letter, endpoint: 'health' })
    if (typeof ready === 'string') answer(world, { ...ALL, pod, letter, endpoint: 'ready' })
  }
}

/** Lets something happen, and the digest be made after it. */
export function happen(world: World, happening: Happening): ReturnType<typeof digestChanges> {
  switch (happening.kind) {
    case 'pass':
      world.real += happening.time
      break
    case 'jump':
      jump(world, happening.by)
      break
    case 'answer':
      answer(world, happening)
      break
    case 'all':
      answerAll(world, happening.letter)
      break
    case 'again':
      again(world, happening.back)
      break
    case 'link':
      observe(world.watch, link(happening.state, clockOf(world)), clockOf(world))
      break
    case 'reload':
      world.watch = createWatch(world.watch.fleet, world.watch)
  }
  return digestChanges(world.watch, clockOf(world))
}
