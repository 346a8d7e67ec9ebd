import { memo, useMemo } from 'react'
import type { CheckReport, ReportRow, ReportSection } from '#src/domain/report/checkReport.ts'
import { cutOnPaper, namedOnPaper } from '#src/domain/report/namedOnPaper.ts'
import type { LessOnPaper } from '#src/domain/report/paperDetails.ts'
import { paperPlan } from '#src/domain/report/paperPlan.ts'
import { isNames, orderedSections } from '#src/domain/report/reportLayout.ts'
import { englishPaper } from '#src/domain/wording/englishPaper.ts'
import { reportTexts } from '#src/domain/wording/reportTexts.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { keyed } from '#src/ui/keyed.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import styles from './reportPage.module.css'
import { RowLine } from './RowLine.tsx'

/** A report may be of another browser: of its links only those are followed that lead to a screen of this page. */
const isOwn = (link: string | null): link is string => link !== null && /^#\/[st]\//.test(link)

function Name({ name, link }: Pick<ReportRow, 'name' | 'link'>) {
  return isOwn(link) ? <a href={hashTo(link.slice(1))}>{name}</a> : name
}

type RowProps = { readonly row: ReportRow; readonly paper: 'short' | 'named' | undefined }

function Row({ row, paper }: RowProps) {
  const { light, name, when, lines, link, spark } = row
  return (
    <li className={styles.row} data-paper={paper}>
      {light === null ? <span /> : <StatusLight light={light} size={12} />}
      <div>
        <b>
          <Name name={name} link={link} />
        </b>{' '}
        {when !== '' && <span className={styles.when}>{when}</span>}
        {keyed(lines, (line) => line).map(([key, line]) => (
          <p key={key}>{line}</p>
        ))}
        {paper === 'short' && <p className={styles.paper}>{englishPaper.moreLines(lines.length - 1)}</p>}
      </div>
      {spark !== null && <RowLine spark={spark} light={light} />}
    </li>
  )
}

type SectionProps = {
  readonly section: ReportSection
  /** Of which rows less is printed. */
  readonly less: LessOnPaper
}

/** Rows that are a name and nothing else are one line. */
function Rows({ section, less }: SectionProps) {
  const { rows } = section
  if (isNames(section)) return <p className={styles.names}>{rows.map(({ name }) => name).join(', ')}</p>
  return (
    <ul>
      {keyed(rows, ({ name, when }) => `${name} ${when}`).map(([key, row]) => (
        <Row key={key} row={row} paper={less.get(row)} />
      ))}
    </ul>
  )
}

function Section({ section, less }: SectionProps) {
  const { id, heading, intro, more } = section
  const named = namedOnPaper(section, less)
  return (
    <section className={styles.section} data-section={id} aria-labelledby={`report-${id}`}>
      <h3 id={`report-${id}`}>{heading}</h3>
      {intro !== null && <p className={styles.intro}>{intro}</p>}
      <Rows section={section} less={less} />
      {named !== null && <p className={styles.paper}>{named}</p>}
      {more > 0 && <p className={styles.intro}>{reportTexts.more(more)}</p>}
    </section>
  )
}

/** A report as it is read on the screen and on paper. All of it is text, whoever wrote it. */
export const ReportPage = memo(function ReportPage({ report }: { readonly report: CheckReport }) {
  const { headline, period, verdict, sentence, signed, light } = report
  const { isDense, less } = useMemo(() => paperPlan(report, 'check'), [report])
  const cut = cutOnPaper(less)
  return (
    <article className={styles.page} data-dense={isDense || undefined} aria-labelledby="report-title">
      <header>
        <h2 id="report-title">{headline}</h2>
        <p className={styles.verdict}>
          <StatusLight light={light} size={16} /> <b>{verdict}</b>
        </p>
        <p>{sentence}</p>
        <p className={styles.quiet}>{period}</p>
        {signed !== null && <p className={styles.quiet}>{signed.words}</p>}
        {signed !== null && signed.note !== '' && <p className={styles.note}>{signed.note}</p>}
        {cut !== null && <p className={styles.paper}>{cut}</p>}
      </header>
      <div className={styles.sections}>
        {orderedSections(report, 'check', 'long').map((section) => (
          <Section key={section.id} section={section} less={less} />
        ))}
      </div>
    </article>
  )
})
