import type { PodFamilies } from '#src/domain/explorer/podFamilies.ts'
import { formatBytes } from '#src/domain/wording/formatBytes.ts'
import { formatDuration } from '#src/domain/wording/formatDuration.ts'
import { englishExplorer as words } from '#src/domain/wording/englishExplorer.ts'
import { useFamilies } from '#src/state/queries/useDrill.ts'
import type { Detail } from '#src/state/screen.ts'
import { useOfNow } from '#src/state/useNow.ts'
import { Age } from '#src/ui/Age.tsx'
import { FamilyList } from './FamilyList.tsx'
import { PinnedLines } from './PinnedLines.tsx'
import styles from './explorer.module.css'

type Props = {
  readonly service: string
  readonly pod: Detail['pods'][number]
}

/** How old the page is, in whole seconds: it comes anew every few of them. */
function PageAge({ at }: { readonly at: number }) {
  const age = useOfNow((now) => Math.floor(Math.max(0, now - at) / 1000) * 1000)
  return <Age age={age} />
}

function Facts({ told }: { readonly told: PodFamilies }) {
  const { at, before, familyCount, seriesCount, bytes, truncatedBy, families } = told
  if (at === null) return null
  const rates = before === null ? words.noRates : words.rates(formatDuration(at - before))
  return (
    <>
      <p className={styles.quiet}>
        {words.facts(familyCount, seriesCount, formatBytes(bytes))}, {words.read} <PageAge at={at} />{' '}
        {words.ago}, {rates}
      </p>
      {truncatedBy !== null && <p>{words.cut[truncatedBy]}</p>}
      {familyCount > families.length && <p>{words.leftOut(familyCount - families.length)}</p>}
    </>
  )
}

/** Why there is no page to be shown: in words what is the matter, or when it comes. */
function whyNone({ endpoints }: Props['pod'], told: PodFamilies | null | undefined): string {
  const page = endpoints.find(({ endpoint }) => endpoint === 'metrics')
  if (told === undefined) return words.asking
  if (told === null) return words.unknown
  if (page === undefined) return words.off
  return page.failure === null ? words.coming : words.failed
}

/**
 * Everything that the last metrics page of a pod held: to be searched, sorted, drawn as lines, and mapped to signals. While
 * it is shown the pod's pages are read whole, at no further request.
 */
export function MetricsExplorer({ service, pod }: Props) {
  const told = useFamilies(service, pod.name)
  const isRead = told !== undefined && told !== null && told.at !== null
  return (
    <section className={styles.explorer} aria-label={words.title}>
      {isRead ? <Facts told={told} /> : <p className={styles.quiet}>{whyNone(pod, told)}</p>}
      {told !== undefined && told !== null && told.pinned.length > 0 && (
        <PinnedLines service={service} pod={pod.name} told={told} />
      )}
      {isRead && <FamilyList service={service} pod={pod.name} told={told} />}
    </section>
  )
}
