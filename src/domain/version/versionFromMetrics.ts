import type { Sample } from '#src/domain/exposition/exposition.ts'

import { VERSION_METRICS } from './versionMetrics.ts'
import { nameRuntime, tellingText } from './spellings.ts'
import { partsOfFields, versionReading } from './versionParts.ts'
import type { VersionReading } from './versionReading.ts'

/**
 * Reads the version out of a metrics page. In order: the metrics that name a known server or an exporter's target
 * (versionMetrics), `*_build_info`, `target_info{service_version}` of OpenTelemetry, `*_info{version}`, and
 * `go_build_info` last, whose version is mostly "(devel)". `go_info`, `nodejs_version_info` and their like only tell
 * the runtime. What an exporter says of its own process is never said of its target. Null when nothing is told.
 */
export const versionFromMetrics = (samples: readonly Sample[]): VersionReading | null => {
  const infos = samples.filter((sample) => isInfo(sample))
  const exporter = exporterOf(infos)
  const target = targetVersion(infos)
  if (target !== null) return target
  if (exporter !== null && TARGET_EXPORTERS.has(exporter)) return null
  const runtime = runtimeOfPage(infos)
  for (const rank of RANKS) {
    const found = rank(infos)
    if (found !== null) return { ...found, runtime: found.runtime ?? runtime?.runtime ?? null }
  }
  return runtime
}

/** Metrics that stand at 1 and speak through their labels. */
const INFO_NAME = /_(?:info|info_total|version)$|^pg_static$/

/** A value of 0 says that it is not so, or no longer. */
const isInfo = ({ name, value }: Sample): boolean =>
  INFO_NAME.test(name) && value !== 0 && !Number.isNaN(value)

const TARGET_EXPORTERS: ReadonlySet<string> = new Set(
  VERSION_METRICS.flatMap(({ exporter }) => exporter ?? []),
)

const EXPORTER_BUILD = /^(\w+_exporter)_build_info$/

const exporterOf = (infos: readonly Sample[]): string | null =>
  infos.map(({ name }) => EXPORTER_BUILD.exec(name)?.[1]).find((name) => name !== undefined) ?? null

/** A server's own row also tells its runtime and build; an exporter's row tells the target's version only. */
const targetVersion = (infos: readonly Sample[]): VersionReading | null => {
  for (const { metric, label, exporter } of VERSION_METRICS) {
    const sample = infos.find(({ name, labels }) => name === metric && tellingText(labels[label]) !== null)
    if (sample === undefined) continue
    const version = tellingText(sample.labels[label])
    if (exporter !== null) return versionReading(metric, { version })
    const own = partsOfFields(Object.entries(sample.labels))
    const runtime = own.runtime ?? runtimeOfPage(infos)?.runtime ?? null
    return versionReading(metric, { ...own, version, runtime })
  }
  return null
}

type Rank = (infos: readonly Sample[]) => VersionReading | null

const firstReading = (
  infos: readonly Sample[],
  fits: (name: string) => boolean,
  isEnough: (reading: VersionReading) => boolean,
): VersionReading | null => {
  for (const { name, labels } of infos) {
    const reading = fits(name) ? versionReading(name, partsOfFields(Object.entries(labels))) : null
    if (reading !== null && isEnough(reading)) return reading
  }
  return null
}

const BUILD_INFO = /_build_info(?:_total)?$/
const NOT_THE_APP = /^(?:go|java|jvm|python|dotnet|process)_build_info$/

const buildInfo: Rank = (infos) =>
  firstReading(
    infos,
    (name) => BUILD_INFO.test(name) && !NOT_THE_APP.test(name),
    ({ version, commit }) => version !== null || commit !== null,
  )

/** OpenTelemetry's resource; `process_runtime_*` are its conventions for the runtime. */
const targetInfo: Rank = (infos) => {
  const labels = infos.find(({ name }) => name === 'target_info')?.labels
  const version = tellingText(labels?.['service_version'])
  if (labels === undefined || version === null) return null
  const [name, number] = [labels['process_runtime_name'], labels['process_runtime_version']].map(tellingText)
  const runtime = typeof name === 'string' && typeof number === 'string' ? `${name} ${number}` : null
  return versionReading('target_info', { version, runtime })
}

/** Other `*_info` metrics are of devices, systems and libraries as often as of the program itself. */
const NOT_A_PROGRAM =
  /^(?:node|windows|kube|container|machine|python|jvm|java|go|nodejs|dotnet|ruby|php|otel|process|target)_|_(?:os|uname|dmi|cpu|device|disk|network|library|runtime|jvm|java|python|node|kernel|os_version|exporter)_info$/

const anyInfo: Rank = (infos) =>
  firstReading(
    infos,
    (name) => name.endsWith('_info') && !NOT_A_PROGRAM.test(name),
    ({ version }) => version !== null,
  )

const goBuildInfo: Rank = (infos) =>
  firstReading(
    infos,
    (name) => name === 'go_build_info',
    ({ version }) => version !== null,
  )

const RANKS: readonly Rank[] = [buildInfo, targetInfo, anyInfo, goBuildInfo]

const RUNTIME_METRICS: ReadonlyMap<string, string> = new Map([
  ['go_info', 'go'],
  ['nodejs_version_info', 'node'],
  ['jvm_info', 'java'],
  ['jvm_info_total', 'java'],
  ['jvm_runtime_info', 'java'],
  ['python_info', 'python'],
  ['ruby_info', 'ruby'],
  ['php_info', 'php'],
  ['dotnet_build_info', 'dotnet'],
])

const runtimeOfPage: Rank = (infos) => {
  for (const { name, labels } of infos) {
    const language = RUNTIME_METRICS.get(name)
    const version = language === undefined ? null : tellingText(labels['version'])
    if (language !== undefined && version !== null) {
      return versionReading(name, { runtime: nameRuntime(language, version) })
    }
  }
  return null
}
