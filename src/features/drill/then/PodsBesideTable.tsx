import { englishThen } from '#src/domain/wording/englishThen.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { isSame, type PodBeside } from './standings.ts'
import styles from './thenAndNow.module.css'

const words = englishThen.pods

/** So many pods are listed; of more those that stand as they stood are counted. */
const MOST_PODS = 12

function Cell({ pod }: { readonly pod: PodBeside['was'] }) {
  if (pod === null) return <td className={styles.note}>{words.notThere}</td>
  return (
    <td>
      <span className={styles.cell}>
        <StatusLight light={pod.light} size={16} silent />
        {words.cell(screenTexts.light[pod.light], pod.version)}
      </span>
    </td>
  )
}

/** The pods of a service then and now. */
export function PodsBesideTable({ pods }: { readonly pods: readonly PodBeside[] }) {
  const shown = pods.length <= MOST_PODS ? pods : pods.filter((pod) => !isSame(pod)).slice(0, 4 * MOST_PODS)
  const others = pods.length - shown.length
  return (
    <section className={styles.part}>
      <h3>{words.title}</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.pod}</th>
            <th scope="col">{words.was}</th>
            <th scope="col">{words.is}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((pod) => (
            <tr key={pod.name} data-same={isSame(pod) || undefined}>
              <th scope="row">
                <code>{pod.name}</code>
              </th>
              <Cell pod={pod.was} />
              <Cell pod={pod.is} />
            </tr>
          ))}
        </tbody>
      </table>
      {others > 0 && <p className={styles.note}>{words.others(others)}</p>}
    </section>
  )
}
