import { queueWants } from '#src/domain/signals/readers/deepestQueue.ts'
import { poolWants } from '#src/domain/signals/readers/fullestPool.ts'
import { type Wants, wantsOfAll } from '#src/domain/signals/readers/reader.ts'
import { workWants } from '#src/domain/signals/readers/timedWork.ts'
import { WORKER_WANTS } from '#src/domain/signals/readers/workerCount.ts'
import { ALL_SOURCES } from '#src/domain/signals/sources/allSources.ts'
import { prefixedEndings } from '#src/domain/signals/window/sampleIndex.ts'
import { VERSION_METRICS } from '#src/domain/version/versionMetrics.ts'
import type { Row, Source } from './source.ts'

/** Families that tell a version rather than a signal, by name and by how a name ends. */
const VERSION: Wants = {
  exact: [
    ...VERSION_METRICS.map(({ metric }) => metric),
    'go_info',
    'jvm_info',
    'python_info',
    'nodejs_version_info',
    'target_info',
    'flask_exporter_info',
    'application_info',
    'app_info',
  ],
  endings: ['_build_info', '_version_info'],
}

const rowWants = ({ value, bound }: Row): Wants => wantsOfAll(bound === undefined ? [value] : [value, bound])

const sourceWants = ({
  exporter,
  starts = [],
  target,
  rows,
  queues = [],
  pools = [],
  work = [],
}: Source): Wants =>
  wantsOfAll([
    ...(exporter === undefined ? [] : [exporter]),
    ...(target === undefined ? [] : [target]),
    ...starts,
    ...rows.map((row) => ({ wants: rowWants(row) })),
    ...queues.map((kind) => ({ wants: queueWants(kind) })),
    ...pools.map((kind) => ({ wants: poolWants(kind) })),
    ...work.map((kind) => ({ wants: workWants(kind) })),
  ])

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)].sort()

/** `exporter_build_info` is found by `_build_info` already. */
const shortest = (endings: readonly string[]): readonly string[] =>
  endings.filter((ending) => !endings.some((other) => other !== ending && ending.endsWith(other)))

const derive = (): { readonly exact: readonly string[]; readonly suffixes: readonly string[] } => {
  const all = wantsOfAll([
    { wants: VERSION },
    { wants: WORKER_WANTS },
    ...ALL_SOURCES.map((source) => ({ wants: sourceWants(source) })),
  ])
  return {
    exact: unique(all.exact),
    suffixes: unique(shortest([...all.endings, ...prefixedEndings(all.exact)])),
  }
}

/**
 * The families that signals and version need from a metrics page: by exact name, and by how a name ends, for
 * those that carry a service's own prefix. Derived from the tables of sources, so nothing is forgotten or
 * asked for twice.
 */
export const WANTED = derive()
