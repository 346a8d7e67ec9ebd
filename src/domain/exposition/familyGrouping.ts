import type { EpochMs } from '#src/domain/time/units.ts'
import type { Labels, MetricType, Sample } from './exposition.ts'
import { familyOf } from './familyName.ts'
import type { PageSink } from './pageWalk.ts'

/** A family of a page: what its comments say, and its samples in the order of the page. */
export type Family = {
  readonly name: string
  readonly type: MetricType
  readonly help: string | null
  readonly unit: string | null
  readonly samples: readonly Sample[]
}

type OpenFamily = {
  readonly name: string
  type: MetricType
  help: string | null
  unit: string | null
  readonly samples: Sample[]
}

/** Sorts what a walk reads into families, in the order in which the page names them first. */
export const familyGrouping = (): { readonly sink: PageSink; readonly families: () => readonly Family[] } => {
  const families = new Map<string, OpenFamily>()
  const types = new Map<string, MetricType>()
  // Samples of a family stand together, so the last one's family is nearly always the next one's.
  let lastName = ''
  let last: OpenFamily | null = null

  const family = (name: string): OpenFamily => {
    const known = families.get(name)
    if (known !== undefined) return known
    const added: OpenFamily = { name, type: 'untyped', help: null, unit: null, samples: [] }
    families.set(name, added)
    return added
  }

  const sample = (name: string, labels: Labels, value: number, at: EpochMs | null): void => {
    if (last === null || name !== lastName) {
      last = family(familyOf(name, types))
      lastName = name
    }
    last.samples.push({ name, labels, value, at })
  }

  const type = (name: string, type: MetricType): void => {
    types.set(name, type)
    family(name).type = type
    last = null
  }

  const text = (kind: 'help' | 'unit', name: string, text: string): void => {
    family(name)[kind] = text
  }

  return { sink: { sample, type, text }, families: () => [...families.values()] }
}
