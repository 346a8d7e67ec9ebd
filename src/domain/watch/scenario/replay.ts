import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { Fleet } from '#src/domain/fleet/fleet.ts'
import { nextMorning } from '#src/domain/time/nextMorning.ts'
import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'
import { allRows, createWatch, digestChanges, observe } from '#src/domain/watch/watch.ts'
import { pollStory } from './pollStory.ts'
import type { Story } from './story.ts'
import { storyFleet } from './storyFleet.ts'

/** The digest as it stood at a morning check that began at `at`. */
export type Morning = { readonly at: EpochMs; readonly rows: readonly ServiceRow[] }

/** A reason of one light that stood at any time, morning or not: as it was first seen, and when it was seen last. */
export type Seen = {
  readonly service: string
  readonly reason: Reason
  readonly first: EpochMs
  last: EpochMs
}

/** What a person who had looked at the dashboard through the whole story would know. */
export type Replayed = { readonly mornings: readonly Morning[]; readonly seen: readonly Seen[] }

/** Somebody looks on every day of the week, at the time of the fleet's morning check. */
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6]

/** The morning check has begun, and what was asked for as it began has been answered. */
const LOOKS: DurationMs = minutes(1)

const lookOf = (now: EpochMs, { services }: Fleet): EpochMs => {
  const [first] = services
  return first === undefined ? Infinity : nextMorning(now, { ...first.mornings, days: EVERY_DAY })
}

/** What a reason is about: `drift memory`, `restarts`. */
const subjectOf = ({ kind, pods }: Reason): string => {
  const [worst] = pods
  return worst !== undefined && 'signal' in worst ? `${kind} ${worst.signal}` : kind
}

function noteReasons(seen: Map<string, Seen>, rows: readonly ServiceRow[], at: EpochMs): void {
  for (const { name, reasons } of rows) {
    for (const reason of reasons) {
      const key = `${name} ${subjectOf(reason)} ${reason.light}`
      const known = seen.get(key)
      if (known === undefined) seen.set(key, { service: name, reason, first: at, last: at })
      else known.last = at
    }
  }
}

/**
 * Lets a story happen before the fold that the browser's worker runs, and looks at the digest after every round of answers
 * and on each morning. A story that ends at a morning is looked at then, too.
 */
export function replay(story: Story): Replayed {
  const fleet = storyFleet(story)
  const watch = createWatch(fleet)
  const mornings: Morning[] = []
  const seen = new Map<string, Seen>()
  let look = lookOf(story.from, fleet)
  const lookUntil = (t: EpochMs): void => {
    for (; look + LOOKS <= t; look = lookOf(look, fleet)) {
      digestChanges(watch, look + LOOKS)
      mornings.push({ at: look, rows: allRows(watch) })
    }
  }
  for (const { at, ended } of pollStory(story, fleet)) {
    lookUntil(at)
    for (const answer of ended) observe(watch, answer, answer.at + answer.took)
    const last = ended.at(-1)
    const now = last === undefined ? at : last.at + last.took
    noteReasons(seen, digestChanges(watch, now).rows, now)
  }
  lookUntil(story.until + LOOKS)
  return { mornings, seen: [...seen.values()] }
}
