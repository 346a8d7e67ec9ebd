import { diagnosisOf } from '#src/domain/diagnosis/diagnosisOf.ts'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { Fleet } from '#src/domain/fleet/fleet.ts'
import type { Layer } from '#src/domain/layer/layer.ts'
import { nextMorning } from '#src/domain/time/nextMorning.ts'
import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'
import { allRows, createWatch, digestChanges, observe, type Watch } from '#src/domain/watch/watch.ts'
import { diagnosisLines } from '#src/domain/wording/diagnosisWords.ts'
import { layerOpened } from './layerOpened.ts'
import { pollStory } from './pollStory.ts'
import type { Story } from './story.ts'
import { storyFleet } from './storyFleet.ts'

/** The digest as it stood when somebody looked at `at`: at a morning check, or at another look of the story. */
export type Morning = {
  readonly at: EpochMs
  readonly rows: readonly ServiceRow[]
  /** What the open row of a service would say of its causes, for those of which the story tells it: a line a finding. */
  readonly diagnoses: ReadonlyMap<string, readonly string[]>
  /** The layer that would open by itself for whoever digs into a service, for those of which the story tells then. */
  readonly opened: ReadonlyMap<string, Layer | null>
}

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

/** Somebody has begun to look, and what was asked for as they began has been answered. */
const LOOKS: DurationMs = minutes(1)

/** When somebody looks, in order of time: every morning, and when the story says so. */
function looksOf({ from, until, looks = [] }: Story, { services }: Fleet): readonly EpochMs[] {
  const all = new Set(looks)
  const [first] = services
  if (first === undefined) return []
  const mornings = { ...first.mornings, days: EVERY_DAY }
  for (let at = nextMorning(from, mornings); at <= until; at = nextMorning(at, mornings)) all.add(at)
  return [...all].toSorted((a, b) => a - b)
}

function diagnosesOn(watch: Watch, { tells, timeZone }: Story, at: EpochMs): Morning['diagnoses'] {
  const reader = { now: at + LOOKS, timeZone }
  const asked = tells.filter((tell) => tell.on === at && tell.diagnosis !== undefined)
  const linesOf = (service: string): readonly string[] =>
    diagnosisLines(diagnosisOf(watch, service, reader.now), reader).map(
      ({ question, word, text }) => `${question} ${word}: ${text}`,
    )
  return new Map(asked.map(({ service }) => [service, linesOf(service)]))
}

function openedOn(watch: Watch, { tells, timeZone }: Story, at: EpochMs): Morning['opened'] {
  const reader = { now: at + LOOKS, timeZone }
  const told = tells.filter((tell) => tell.on === at)
  return new Map(told.map(({ service }) => [service, layerOpened(watch, service, reader)]))
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
 * and at each look. A story that ends at a look is looked at then, too.
 */
export function replay(story: Story): Replayed {
  const fleet = storyFleet(story)
  const watch = createWatch(fleet)
  const mornings: Morning[] = []
  const seen = new Map<string, Seen>()
  const looks = looksOf(story, fleet)
  const lookUntil = (t: EpochMs): void => {
    for (const at of looks.slice(mornings.length)) {
      if (at + LOOKS > t) return
      digestChanges(watch, at + LOOKS)
      mornings.push({
        at,
        rows: allRows(watch),
        diagnoses: diagnosesOn(watch, story, at),
        opened: openedOn(watch, story, at),
      })
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
