import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import type { FileState } from '#src/state/watchStore.ts'
import { keyed } from '#src/ui/keyed.ts'
import styles from './states.module.css'

type Issues = Extract<FileState, { readonly kind: 'invalid' }>['issues']

/** Every fault of a fleet file at once: where it is, what is there, what was expected, what to write. */
export function FaultTable({ issues }: { readonly issues: Issues }) {
  const words = screenTexts.fleetFile
  return (
    <table className={styles.faults}>
      <thead>
        <tr>
          <th scope="col">{words.where}</th>
          <th scope="col">{words.found}</th>
          <th scope="col">{words.expected}</th>
          <th scope="col">{words.write}</th>
        </tr>
      </thead>
      <tbody>
        {keyed(issues, ({ path }) => path).map(([key, { path, found, expected, repair }]) => (
          <tr key={key}>
            <td>
              <code>{path === '' ? words.whole : path}</code>
            </td>
            <td>
              <code>{found}</code>
            </td>
            <td>{expected}</td>
            <td>{repair}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
