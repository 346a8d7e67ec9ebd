import { redsAfter, wasWatched } from '#src/domain/deploy/dora.ts'
import { redSpells } from '#src/domain/series/redSpells.ts'
import { clipSpans, lengthOf, type SeenSpan } from '#src/domain/series/seenSpans.ts'
import { type DurationMs, hours } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { WeekService } from './week.ts'
import type { WeekSource } from './weekSource.ts'

/** What was seen for less tells nothing of a week. */
const TELLS_FROM: DurationMs = hours(1)

const seenWith = ({ lights }: WeekSource, light: Light, week: SeenSpan): DurationMs =>
  lengthOf(
    clipSpans(
      lights.filter((stretch) => stretch.light === light),
      week,
    ),
  )

type Deploys = Pick<WeekService, 'deploys' | 'failedDeploys' | 'unseenDeploys'>

/** The deploys that began within the week. What became of them counts also where that was seen after it. */
function deploysOfWeek({ deploys, lights, hypercare }: WeekSource, { from, to }: SeenSpan): Deploys {
  const begun = deploys.filter(({ at }) => at >= from && at < to)
  const watched = begun.filter((deploy) => wasWatched(deploy, lights, { hypercare }))
  const spells = redSpells(lights, -Infinity, Infinity)
  const failed = watched.filter((deploy) => redsAfter(deploy, { deploys, spells }, { hypercare }).length > 0)
  return {
    deploys: watched.length,
    failedDeploys: failed.length,
    unseenDeploys: begun.length - watched.length,
  }
}

/**
 * How a service was in a week, as far as it was seen. Availability is the share of the seen time in which it was not red;
 * grey and gaps are no part of it, and under an hour nothing is said. A red spell counts for each week in which it was seen
 * red, also where it began before.
 */
export function weekService(source: WeekSource, week: SeenSpan): WeekService {
  const greenFor = seenWith(source, 'green', week)
  const orangeFor = seenWith(source, 'orange', week)
  const redFor = seenWith(source, 'red', week)
  const seenFor = greenFor + orangeFor + redFor
  const spells = redSpells(source.lights, week.from, week.to)
  return {
    name: source.name,
    seenFor,
    greenFor,
    orangeFor,
    redFor,
    available: seenFor < TELLS_FROM ? null : 1 - redFor / seenFor,
    redSpells: spells.filter(({ from, redUntil }) => redUntil > week.from && from < week.to).length,
    ...deploysOfWeek(source, week),
  }
}
