import { NOW, podsOf, seenOf } from '#src/domain/pattern/testing/seenOf.ts'
import type { Case } from '#src/domain/diagnosis/case.ts'
import { diagnose } from '#src/domain/diagnosis/diagnose.ts'
import type { Finding, Step } from '#src/domain/diagnosis/finding.ts'
import { type EpochMs, hours } from '#src/domain/time/units.ts'
import type { Reason, ReasonKind } from '#src/domain/verdict/reason.ts'
import { serviceOf } from '#src/domain/watch/testing/fleetOf.ts'

/** For tests of the decision tree: when the trouble began. */
export const BEGAN: EpochMs = NOW - hours(2)

const SHOP = { kubernetes: { namespace: 'shop' } }

/** For tests: the workload of the service that is looked at. */
export const ORDERS = { namespace: 'shop', kind: 'deployment', name: 'orders' }

/** For tests: the service that is looked at, in the namespace `shop` unless another file is told. */
export const ordersOf = (pods = 3, file: object = SHOP, own: object = {}) => serviceOf({ pods, ...own }, file)

/** For tests: a red reason of these pods, by name or by number in `orders`; its facts are taken on trust. */
export function reasonOf(
  kind: ReasonKind,
  pods: readonly (number | string)[],
  facts: Readonly<Record<string, unknown>> = {},
  own: object = {},
): Reason {
  const evidence = pods.map((pod) => ({
    pod: typeof pod === 'string' ? pod : `orders-${pod}`,
    light: 'red',
    since: BEGAN,
    ...facts,
  }))
  const made: unknown = { kind, light: 'red', since: BEGAN, ofPods: 3, pods: evidence, ...own }
  if (!isReason(made)) throw new Error('a reason has pods')
  return made
}

type Load = {
  readonly out?: readonly string[]
  readonly full?: readonly string[]
  readonly by: readonly string[]
  readonly drops?: number | null
  readonly busy?: number | null
}

/** For tests: some pods carry the load of others, all of it, in equal shares. */
export const loadOf = ({ out = [], full = [], by, drops = null, busy = null }: Load): Reason =>
  reasonOf(
    'load',
    by,
    { share: 1 / by.length, fair: 1 / 3, perSecond: 40, drops, busy },
    { about: { out: out.map((pod) => ({ pod, failure: null })), saturated: full } },
  )

const isReason = (made: unknown): made is Reason =>
  typeof made === 'object' && made !== null && 'pods' in made

/** For tests: a service of three pods that is red, of which nothing else is known. */
export const caseOf = ({ service = ordersOf(), ...own }: Partial<Case> = {}): Case => ({
  ...seenOf({
    pods: podsOf(
      service.pods.map(() => ({})),
      service,
    ),
  }),
  service,
  light: 'red',
  needed: [],
  unwatched: [],
  patterns: [],
  ...own,
})

const isOf =
  <S extends Step>(step: S) =>
  (finding: Finding | Finding<S>): finding is Finding<S> =>
    finding.step === step

/** For tests: the findings of one step. */
export const findAll = <S extends Step>(step: S, seen: Partial<Case>): readonly Finding<S>[] => {
  const all: readonly (Finding | Finding<S>)[] = diagnose(caseOf(seen))
  return all.filter(isOf(step))
}

/** For tests: the one finding of a step; undefined without one. */
export const find = <S extends Step>(step: S, seen: Partial<Case>): Finding<S> | undefined =>
  findAll(step, seen)[0]

/** For tests: the version of a pod. */
export const versionOf = (version: string, runtime: string | null = 'go1.22') => ({
  version,
  commit: null,
  builtAt: null,
  runtime,
  startedAt: null,
  from: 'test',
})

/** For tests: no pod answers. */
export const FAILING: Reason = reasonOf('failing', [1, 2, 3], { failure: { kind: 'timeout', after: 4000 } })
