import { nearest } from '#src/domain/fleet/nearest.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import type { Story } from '#src/domain/watch/scenario/story.ts'
import { SCENARIOS, type Scenario } from './scenarios.ts'
import { STORIES } from './story/stories.ts'

/** What a person may ask for by name: a state of the sample shop, or a story that is played. */
export type NamedScenario =
  | { readonly kind: 'shop'; readonly says: string; readonly faults: Scenario }
  | { readonly kind: 'story'; readonly says: string; readonly story: Story }

const ALL: ReadonlyMap<string, NamedScenario> = new Map<string, NamedScenario>([
  ...Object.entries(STORIES).map(
    ([name, story]) => [name, { kind: 'story', says: story.says, story }] as const,
  ),
  ...Object.entries(SCENARIOS).map(([name, state]) => [name, { kind: 'shop', ...state }] as const),
])

const WIDTH = Math.max(...[...ALL.keys()].map((name) => name.length))

/** All of them, a line each. */
export const scenarioList = (): string =>
  [...ALL].map(([name, { says }]) => `  ${name.padEnd(WIDTH)}  ${says}`).join('\n')

/** The scenario of that name; a failure says in one sentence that there is none, and below it which there are. */
export function namedScenario(name: string): Result<NamedScenario, string> {
  const found = ALL.get(name)
  if (found !== undefined) return ok(found)
  const meant = nearest(name, [...ALL.keys()])
  const hint = meant === null ? 'There are:' : `Did you mean ${meant}? There are:`
  return err(`There is no scenario "${name}". ${hint}\n${scenarioList()}`)
}
