import type { TicketStatistics } from '#src/domain/statistics/ticketStatistics.ts'
import { PRIORITIES } from '#src/domain/sla/priority.ts'
import { englishFigures as words } from '#src/domain/wording/englishFigures.ts'
import { figuresSentence } from '#src/domain/wording/figuresSentence.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { setParams } from '#src/state/hashRoute.ts'
import { CopyLink } from '#src/ui/CopyLink.tsx'
import { FiguresFiles } from './FiguresFiles.tsx'
import styles from './figures.module.css'
import { type Chosen, NO_PROJECT, projectsOf, wholeOf } from './figuresView.ts'

type Props = { readonly statistics: TicketStatistics; readonly chosen: Chosen }

const valueOf = (project: string | null | undefined): string =>
  project === undefined ? '' : (project ?? NO_PROJECT)

function ProjectChoice({ statistics, chosen }: Props) {
  const projects = projectsOf(statistics)
  const asked = chosen.project
  const offered = asked === undefined || projects.includes(asked) ? projects : [...projects, asked]
  return (
    <select
      className={styles.tool}
      aria-label={words.project}
      value={valueOf(asked)}
      onChange={(event) => setParams({ project: event.target.value })}
    >
      <option value="">{words.allProjects}</option>
      {offered.map((project) => (
        <option key={valueOf(project)} value={valueOf(project)}>
          {project ?? words.noProject}
        </option>
      ))}
    </select>
  )
}

function PriorityChoice({ chosen }: Pick<Props, 'chosen'>) {
  const offered = [null, ...PRIORITIES]
  return (
    <fieldset className={styles.choice}>
      <legend className="unseen">{words.priority}</legend>
      {offered.map((priority) => (
        <button
          key={priority ?? 0}
          type="button"
          className={styles.tool}
          aria-pressed={chosen.priority === priority}
          onClick={() => setParams({ priority: priority === null ? null : String(priority) })}
        >
          {priority === null ? words.everyPriority : words.priorityOf(priority)}
        </button>
      ))}
    </fieldset>
  )
}

/** The way back, what the figures come to in a sentence, whose they are, and how to take them along. */
export function FiguresHead({ statistics, chosen }: Props) {
  const isEmpty = statistics.rows.length === 0
  return (
    <header className={styles.head}>
      <p className={styles.way}>
        <a href={hashTo('/board')}>{words.board}</a> <CopyLink />
      </p>
      <h1>{words.title}</h1>
      <p className={styles.sentence}>
        {isEmpty ? words.emptyTitle : figuresSentence(wholeOf(statistics, chosen))}
      </p>
      <p className={styles.lead}>{isEmpty ? words.empty : words.lead}</p>
      {!isEmpty && (
        <div className={styles.bar}>
          <ProjectChoice statistics={statistics} chosen={chosen} />
          <PriorityChoice chosen={chosen} />
          <FiguresFiles statistics={statistics} />
        </div>
      )}
    </header>
  )
}
