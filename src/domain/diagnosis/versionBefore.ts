import type { Deployed, Seen } from '#src/domain/pattern/seen.ts'
import type { EpochMs } from '#src/domain/time/units.ts'

type Life = NonNullable<ReturnType<Seen['lives']['get']>>
type Deploy = Seen['deploys'][number]

/** The deploy of the service that a suspect is part of: a drift names the start of its own pod, within the roll-out. */
const deployOf = (deploys: readonly Deploy[], { version, at }: Deployed): Deploy | null =>
  deploys.findLast((deploy) => deploy.version === version && deploy.at <= at) ?? null

/** What a pod ran until its `n`-th deploy, from 0 on; null where nobody saw that. */
function ranUntil({ first, marks }: Life, n: number): string | null {
  const deploys = marks.filter(({ kind }) => kind === 'deploy')
  const before = n === 0 ? undefined : deploys.at(n - 1)
  return before === undefined ? first.version : before.version
}

/** What a pod ran before it was given a version at or after a moment; null where it never was, or nobody saw what. */
function ranBeforeGiven(life: Life, version: string | null, at: EpochMs): string | null {
  const deploys = life.marks.filter(({ kind }) => kind === 'deploy')
  const n = deploys.findIndex((mark) => mark.version === version && mark.at >= at)
  return n === -1 ? null : ranUntil(life, n)
}

/** What a pod ran at a moment. */
function ranAt(life: Life, at: EpochMs): string | null {
  const deploys = life.marks.filter((mark) => mark.kind === 'deploy' && mark.at < at)
  return ranUntil(life, deploys.length)
}

/**
 * What ran before a deploy: what its own pods ran, else the version of the deploy before it, else what the other pods of the
 * service ran then, of those that are gone the last ones. Never the version of the deploy itself; null where nobody saw it.
 */
export function versionBefore(
  { deploys, lives }: Pick<Seen, 'deploys' | 'lives'>,
  suspect: Deployed,
): string | null {
  const { version } = suspect
  const deploy = deployOf(deploys, suspect)
  const [at, pods] = [deploy?.at ?? suspect.at, deploy?.pods ?? []]
  const isOther = (one: string | null): boolean => one !== null && one !== version
  const own = pods.flatMap((pod) => lives.get(pod) ?? []).map((life) => ranBeforeGiven(life, version, at))
  const given = own.find(isOther)
  if (given !== undefined) return given
  const earlier = deploys.findLast((deploy) => deploy.at < at && deploy.version !== version)
  if (earlier !== undefined) return earlier.version
  const others = [...lives].filter(([pod]) => !pods.includes(pod)).map(([, life]) => life)
  const newest = others.toSorted((a, b) => b.notedAt - a.notedAt).map((life) => ranAt(life, at))
  return newest.find(isOther) ?? null
}
