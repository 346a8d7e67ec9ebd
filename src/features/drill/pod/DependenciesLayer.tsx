import { type ComplainingCheck, checksNaming } from '#src/domain/layer/checksNaming.ts'
import type { DirectNeed } from '#src/domain/layer/directNeeds.ts'
import type { Neighbour } from '#src/domain/surroundings/surroundings.ts'
import { englishLayers } from '#src/domain/wording/englishLayers.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { serviceHref } from '#src/features/drill/drillAddress.ts'
import { FixLines } from '#src/ui/FixList.tsx'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import styles from './layerParts.module.css'
import type { FoundPodFacts } from './usePodFound.ts'

const words = englishLayers.needs

function Name({ of: { name, kind, light } }: { readonly of: Neighbour }) {
  return (
    <>
      {light === null ? <span aria-hidden="true">–</span> : <StatusLight light={light} size={16} />}
      {kind === 'service' ? <a href={serviceHref(name)}>{name}</a> : <span>{name}</span>}
    </>
  )
}

function Need({ need, check }: { readonly need: DirectNeed; readonly check: ComplainingCheck | undefined }) {
  const kind = words.kind[need.kind]
  return (
    <li>
      <Name of={need} />
      <span className={styles.quiet}>
        {kind === '' ? words.by[need.by] : `${kind}, ${words.by[need.by]}`}
      </span>
      {check !== undefined && (
        <span className={styles.complaint}>
          {words.check(check.name, screenTexts.panel.healthState[check.state])}
          {check.message !== null && `: ${check.message}`}
        </span>
      )}
    </li>
  )
}

type Props = {
  readonly service: string
  readonly found: FoundPodFacts
  readonly needs: readonly DirectNeed[] | null
}

/** The services that need this one themselves. */
function callersOf(service: string, { surroundings }: FoundPodFacts): readonly Neighbour[] {
  const callers = new Set(surroundings?.needs.flatMap(({ from, to }) => (to === service ? [from] : [])))
  return surroundings?.neighbours.filter(({ name }) => callers.has(name)) ?? []
}

/** What the service needs, with its lights, and the checks of this pod that complain of it; and who needs the service. */
export function DependenciesLayer({ service, found, needs }: Props) {
  if (needs === null) return <p className={styles.quiet}>{words.unknown}</p>
  const { pod, surroundings } = found
  const checks = checksNaming(
    needs.map(({ name }) => name),
    pod.health?.checks ?? [],
  )
  const callers = callersOf(service, found)
  return (
    <div className={styles.cards}>
      <section className={styles.part} aria-label={words.needs}>
        <h3>{words.needs}</h3>
        {needs.length === 0 && (
          <div className={styles.hint}>
            <p>{words.none}</p>
            <FixLines lines={[words.line]} of={words.none} />
          </div>
        )}
        <ul className={styles.needs}>
          {needs.map((need) => (
            <Need key={need.name} need={need} check={checks.get(need.name)} />
          ))}
        </ul>
        {surroundings?.leftOut !== undefined && (
          <p className={styles.quiet}>{words.leftOut(surroundings.leftOut)}</p>
        )}
      </section>
      {callers.length > 0 && (
        <section className={styles.part} aria-label={words.callers}>
          <h3>{words.callers}</h3>
          <ul className={styles.needs}>
            {callers.map((caller) => (
              <li key={caller.name}>
                <Name of={caller} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
