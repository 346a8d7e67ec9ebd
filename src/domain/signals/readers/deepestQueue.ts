import { namesEnding, samplesOf } from '#src/domain/signals/window/sampleIndex.ts'
import type { Window } from '#src/domain/signals/window/window.ts'
import { type Figure, figureWants } from './figure.ts'
import { memberName } from './figure.ts'
import { type Members, membersOn } from './fullest.ts'
import { measured, type Measured, type Wants } from './reader.ts'

/** A kind of queue: named metrics, or every gauge whose name ends so. */
export type QueueKind =
  | { readonly kind: 'named'; readonly members: Members }
  | { readonly kind: 'ending'; readonly ending: string; readonly by: readonly string[] }

/** A bounded queue this full is shown before any deeper one: it is about to refuse work. */
const NEARLY_FULL = 0.8

/** A queue under a known name. */
export const queue = (by: readonly string[], waiting: Figure, bound?: Figure): QueueKind => ({
  kind: 'named',
  members: bound === undefined ? { by, used: waiting } : { by, used: waiting, bound },
})

/** Every gauge whose name ends so: services name queues of their own by habit. */
export const queueEnding = (ending: string, by: readonly string[]): QueueKind => ({
  kind: 'ending',
  ending,
  by,
})

/** What a kind of queue asks of the text. */
export const queueWants = (kind: QueueKind): Wants =>
  kind.kind === 'named'
    ? figureWants(kind.members.used, kind.members.bound)
    : { exact: [], endings: [kind.ending] }

const queuesOf = (window: Window, kind: QueueKind): readonly Measured[] => {
  if (kind.kind === 'named') return membersOn(window, kind.members)
  return namesEnding(window.index, kind.ending).flatMap((name) =>
    samplesOf(window.index, name).flatMap(
      ({ labels, value }) => measured(value, name, memberName(labels, kind.by)) ?? [],
    ),
  )
}

const urgency = ({ value, bound }: Measured): number =>
  bound !== null && value / bound >= NEARLY_FULL ? value / bound : 0

const rank = (a: Measured, b: Measured): number =>
  urgency(b) - urgency(a) ||
  b.value - a.value ||
  Number(b.bound !== null) - Number(a.bound !== null) ||
  (`${a.from} ${a.of}` < `${b.from} ${b.of}` ? -1 : 1)

/** The deepest queue of all kinds on the page, or a nearly full one before it; named in `of`. */
export const deepestQueue = (window: Window, kinds: readonly QueueKind[]): Measured | null =>
  kinds.flatMap((kind) => queuesOf(window, kind)).toSorted(rank)[0] ?? null
