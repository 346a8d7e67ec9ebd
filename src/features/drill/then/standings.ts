import type { VerdictMoment } from '#src/domain/journal/verdictMoment.ts'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import { englishThen } from '#src/domain/wording/englishThen.ts'
import { listPods } from '#src/domain/wording/namePods.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'

const words = englishThen.change

type Pods = readonly Pick<VerdictMoment['pods'][number], 'name' | 'light' | 'version'>[]

/** A pod at both times; null where it was not there. */
export type PodBeside = {
  readonly name: string
  readonly was: Pods[number] | null
  readonly is: Pods[number] | null
}

/** The pods of both times, those of now first in their order. */
export function podsBeside(was: Pods, is: Pods): readonly PodBeside[] {
  const [before, now] = [
    new Map(was.map((pod) => [pod.name, pod])),
    new Map(is.map((pod) => [pod.name, pod])),
  ]
  return [...new Set([...now.keys(), ...before.keys()])].map((name) => ({
    name,
    was: before.get(name) ?? null,
    is: now.get(name) ?? null,
  }))
}

/** Whether a pod stands as it stood. */
export const isSame = ({ was, is }: PodBeside): boolean =>
  was !== null && is !== null && was.light === is.light && was.version === is.version

const namesOf = (pods: readonly PodBeside[]): string => listPods(pods.map(({ name }) => name))

function versionWords(pods: readonly PodBeside[]): string[] {
  const changed = pods.filter(({ was, is }) => was !== null && is !== null && was.version !== is.version)
  const [first] = changed
  if (first === undefined) return []
  const isOne = changed.every(
    ({ was, is }) => was?.version === first.was?.version && is?.version === first.is?.version,
  )
  if (!isOne) return [words.versions(namesOf(changed))]
  const say = (version: string | null | undefined): string => version ?? words.noVersion
  return [words.version(say(first.was?.version), say(first.is?.version), namesOf(changed))]
}

/**
 * What is different now, one sentence each; none where all is as it was. Reasons are marked where they stand. Of what cannot
 * be seen now it is said that nobody knows.
 */
export function differences(
  moment: VerdictMoment,
  row: Pick<ServiceRow, 'light' | 'pods'>,
): readonly string[] {
  if (row.light === 'unknown') return [words.unseen]
  const pods = podsBeside(moment.pods, row.pods)
  const gone = pods.filter(({ is }) => is === null)
  const come = pods.filter(({ was }) => was === null)
  return [
    ...(moment.light === row.light
      ? []
      : [words.light(screenTexts.light[moment.light], screenTexts.light[row.light])]),
    ...(gone.length === 0 ? [] : [words.podsGone(namesOf(gone))]),
    ...(come.length === 0 ? [] : [words.podsNew(namesOf(come))]),
    ...versionWords(pods),
  ]
}
