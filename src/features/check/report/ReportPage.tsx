import { memo } from 'react'
import type { CheckReport, ReportRow, ReportSection } from '#src/domain/report/checkReport.ts'
import { isNames, orderedSections } from '#src/domain/report/reportLayout.ts'
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

function Row({ row }: { readonly row: ReportRow }) {
  const { light, name, when, lines, link, spark } = row
  return (
    <li className={styles.row}>
      {light === null ? <span /> : <StatusLight light={light} size={12} />}
      <div>
        <b>
          <Name name={name} link={link} />
        </b>{' '}
        {when !== '' && <span className={styles.when}>{when}</span>}
        {keyed(lines, (line) => line).map(([key, line]) => (
          <p key={key}>{line}</p>
        ))}
      </div>
      {spark !== null && <RowLine spark={spark} light={light} />}
    </li>
  )
}

/** Rows that are a name and nothing else are one line. */
function Rows({ section }: { readonly section: ReportSection }) {
  const { rows } = section
  if (isNames(section)) return <p className={styles.names}>{rows.map(({ name }) => name).join(', ')}</p>
  return (
    <ul>
      {keyed(rows, ({ name, when }) => `${name} ${when}`).map(([key, row]) => (
        <Row key={key} row={row} />
      ))}
    </ul>
  )
}

function Section({ section }: { readonly section: ReportSection }) {
  const { id, heading, intro, more } = section
  return (
    <section className={styles.section} data-section={id} aria-labelledby={`report-${id}`}>
      <h3 id={`report-${id}`}>{heading}</h3>
      {intro !== null && <p className={styles.intro}>{intro}</p>}
      <Rows section={section} />
      {more > 0 && <p className={styles.intro}>{reportTexts.more(more)}</p>}
    </section>
  )
}

/** A report as it is read on the screen and on paper. All of it is text, whoever wrote it. */
export const ReportPage = memo(function ReportPage({ report }: { readonly report: CheckReport }) {
  const { headline, period, verdict, sentence, signed, light } = report
  return (
    <article className={styles.page} aria-labelledby="report-title">
      <header>
        <h2 id="report-title">{headline}</h2>
        <p className={styles.verdict}>
          <StatusLight light={light} size={16} /> <b>{verdict}</b>
        </p>
        <p>{sentence}</p>
        <p className={styles.quiet}>{period}</p>
        {signed !== null && <p className={styles.quiet}>{signed.words}</p>}
        {signed !== null && signed.note !== '' && <p className={styles.note}>{signed.note}</p>}
      </header>
      <div className={styles.sections}>
        {orderedSections(report, 'check', 'long').map((section) => (
          <Section key={section.id} section={section} />
        ))}
      </div>
    </article>
  )
})
