import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { KINDS, setProject, toggleKind, useBoardFilter } from './boardFilter.ts'
import styles from './boardHead.module.css'
import { FIRST_FILTER } from './elementIds.ts'

const { board: words } = ticketTexts

/** Switches that show only some tickets: mine, nobody's, those in hypercare, those of one project. */
export function BoardFilters() {
  const { kind, project } = useBoardFilter()
  const projects = useBoard(({ desk }) => desk?.projects) ?? []
  const offered = project === '' || projects.includes(project) ? projects : [...projects, project]
  return (
    <fieldset className={styles.filters}>
      <legend className="unseen">{words.filters}</legend>
      {KINDS.map((each, i) => (
        <button
          key={each}
          id={i === 0 ? FIRST_FILTER : undefined}
          type="button"
          className={styles.filter}
          aria-pressed={kind === each}
          onClick={() => toggleKind(each)}
        >
          {words.show[each]}
        </button>
      ))}
      {offered.length > 0 && (
        <select
          className={styles.filter}
          aria-label={words.show.project}
          value={project}
          onChange={(event) => setProject(event.target.value)}
        >
          <option value="">{words.anyProject}</option>
          {offered.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      )}
    </fieldset>
  )
}
