import {
  array,
  exactOptional,
  finite,
  type InferOutput,
  literal,
  maxLength,
  nullable,
  number,
  object,
  picklist,
  pipe,
  safeParse,
  string,
  variant,
} from 'valibot'
import { MOST_MARKS, type PodLife } from './startLife.ts'

/** The life of one pod, with the names that it goes by. */
export type NamedLife = PodLife & { readonly service: string; readonly pod: string }

/** Most pods of one book. */
export const MOST_PODS = 20_000

const LAYOUT = 3

/** It had no word on when a pod was first heard of, on its first start, and on when it went. */
const WITHOUT_FIRST = 2

const TIME = pipe(number(), finite())

const LIFE = {
  service: string(),
  pod: string(),
  startedAt: nullable(TIME),
  version: nullable(string()),
  versionFrom: nullable(string()),
  notedAt: TIME,
  marks: pipe(
    array(
      object({
        at: TIME,
        kind: picklist(['restart', 'deploy']),
        version: nullable(string()),
        learnedAt: exactOptional(TIME),
      }),
    ),
    maxLength(MOST_MARKS),
  ),
}

const OLD_LIFE = object(LIFE)

const SAVED = variant('layout', [
  object({
    layout: literal(LAYOUT),
    pods: pipe(
      array(
        object({
          ...LIFE,
          since: nullable(TIME),
          first: object({ startedAt: nullable(TIME), version: nullable(string()) }),
          gone: nullable(object({ seenAt: TIME, missedAt: TIME })),
        }),
      ),
      maxLength(MOST_PODS),
    ),
  }),
  object({ layout: literal(WITHOUT_FIRST), pods: pipe(array(OLD_LIFE), maxLength(MOST_PODS)) }),
])

/** It was heard of by then at the latest; before the first known start there may have been others. */
function withFirst(life: InferOutput<typeof OLD_LIFE>): NamedLife {
  const { marks, startedAt, version, notedAt } = life
  const first = marks.length === 0 ? { startedAt, version } : { startedAt: null, version: null }
  return { ...life, since: notedAt, first, gone: null }
}

/** Lives as a value that JSON can hold. */
export const saveLives = (pods: readonly NamedLife[]): unknown => ({ layout: LAYOUT, pods })

/** Reads what `saveLives` gave, now or before the layout was changed; null for any other value. */
export function readLives(saved: unknown): readonly NamedLife[] | null {
  const parsed = safeParse(SAVED, saved)
  if (!parsed.success) return null
  return parsed.output.layout === LAYOUT ? parsed.output.pods : parsed.output.pods.map(withFirst)
}
