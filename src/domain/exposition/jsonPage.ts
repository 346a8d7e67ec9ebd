import type { Exposition, ExpositionFormat, Labels, MetricType, Sample } from './exposition.ts'
import { isObject, type JsonObject } from '#src/domain/json/jsonValue.ts'
import { labelSet, NO_LABELS } from './labelSet.ts'
import { utf8Length } from './utf8.ts'

const DEEPEST = 6
const MOST_SAMPLES = 10_000
const IDENTIFIER = /^[a-zA-Z_][a-zA-Z0-9_]*$/

/** Collects the numbers of a JSON page as samples, at most 10,000. */
export class JsonPage {
  private readonly samples: Sample[] = []
  private readonly types = new Map<string, MetricType>()
  private left = false

  /** Adds a number; anything else is left out. */
  add(name: string, value: unknown, labels: Labels = NO_LABELS): void {
    if (typeof value !== 'number') return
    this.left ||= this.samples.length >= MOST_SAMPLES
    if (!this.left) this.samples.push({ name, labels, value, at: null })
  }

  /** The same with the type of its family. */
  addTyped(name: string, type: MetricType, value: unknown, labels: Labels = NO_LABELS): void {
    if (typeof value === 'number') this.types.set(name, type)
    this.add(name, value, labels)
  }

  /**
   * Adds the numbers at any depth (down to 6), their keys joined by `_`; a key that is no identifier (a path,
   * a name with dots) becomes the label `key` instead. Of arrays, elements that have a name are added,
   * labelled with it.
   */
  addNested(name: string, value: unknown, labels: Labels = NO_LABELS, depth = 0): void {
    if (depth > DEEPEST) return
    if (Array.isArray(value)) this.addNamed(name, value, labels, depth)
    else if (isObject(value)) this.addEntries(name, value, labels, depth)
    else this.add(name, value, labels)
  }

  /** What was collected, as an exposition. */
  toExposition(format: ExpositionFormat, text: string): Exposition {
    return {
      format,
      samples: this.samples,
      types: this.types,
      seriesCount: this.samples.length,
      bytes: utf8Length(text),
      issues: [],
      issueCount: 0,
      truncatedBy: this.left ? 'series' : null,
      largest: [],
    }
  }

  private addEntries(name: string, value: JsonObject, labels: Labels, depth: number): void {
    for (const [key, inner] of Object.entries(value)) {
      if (IDENTIFIER.test(key)) this.addNested(`${name}_${key}`, inner, labels, depth + 1)
      else this.addNested(name, inner, labelSet([...Object.entries(labels), ['key', key]]), depth + 1)
    }
  }

  private addNamed(name: string, elements: readonly unknown[], labels: Labels, depth: number): void {
    for (const element of elements) {
      if (!isObject(element) || typeof element.name !== 'string') continue
      this.addNested(name, element, labelSet([...Object.entries(labels), ['name', element.name]]), depth + 1)
    }
  }
}
