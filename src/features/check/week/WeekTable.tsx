import { memo } from 'react'
import type { WeekService } from '#src/domain/week/week.ts'
import { englishWeek as words } from '#src/domain/wording/englishWeek.ts'
import { availableText, lastedText, seenAmount } from '#src/domain/wording/weekWords.ts'
import { serviceAt } from '#src/features/check/checkAddress.ts'
import type { WeekRow } from './weekRows.ts'
import styles from './weekTable.module.css'

const { column } = words

/** A number that is quiet while it is nothing. */
function Count({ n }: { readonly n: number }) {
  return <td className={n === 0 ? styles.none : undefined}>{n === 0 ? words.none : n}</td>
}

/** How long it was red or orange: a colour only where it was. Of what was never seen it is not said that it was not. */
function Lasted({
  of,
  light,
  seen,
}: {
  readonly of: number
  readonly light: 'red' | 'orange'
  readonly seen: number
}) {
  return of === 0 ? (
    <td className={styles.none} data-begins="">
      {seen === 0 ? words.unknown : words.none}
    </td>
  ) : (
    <td className={styles.lasted} data-light={light} data-begins="">
      {lastedText(of)}
    </td>
  )
}

function Available({ service }: { readonly service: WeekService }) {
  const { value, unit } = seenAmount(service.seenFor)
  const text = availableText(service)
  return (
    <>
      <td className={service.available === null ? styles.none : styles.available} data-begins="">
        {text}
      </td>
      <td className={styles.seen}>
        {value} <span className={styles.unit}>{unit}</span>
      </td>
    </>
  )
}

function Deploys({ service: { deploys, unseenDeploys } }: Pick<WeekRow, 'service'>) {
  return (
    <td className={deploys + unseenDeploys === 0 ? styles.none : undefined} data-begins="">
      {deploys}
      {unseenDeploys > 0 && <span className={styles.unit}> {words.plusUnseen(unseenDeploys)}</span>}
    </td>
  )
}

function Line({ row }: { readonly row: WeekRow }) {
  const { service, drifts, caught } = row
  return (
    <tr>
      <th scope="row">
        <a href={serviceAt(service.name, null)}>{service.name}</a>
      </th>
      <Available service={service} />
      <Lasted of={service.redFor} light="red" seen={service.seenFor} />
      {service.seenFor === 0 ? (
        <td className={styles.none}>{words.unknown}</td>
      ) : (
        <Count n={service.redSpells} />
      )}
      <Lasted of={service.orangeFor} light="orange" seen={service.seenFor} />
      <Deploys service={service} />
      <Count n={service.failedDeploys} />
      <td className={drifts === 0 ? styles.none : undefined} data-begins="">
        {drifts === 0 ? words.none : words.of(caught, drifts)}
      </td>
    </tr>
  )
}

const BEGINS: ReadonlySet<string> = new Set([
  column.available,
  column.red,
  column.orange,
  column.deploys,
  column.drifts,
])

const HEADS = [
  column.available,
  column.seen,
  column.red,
  column.spells,
  column.orange,
  column.deploys,
  column.failed,
  column.drifts,
]

/** The services of a week that there is something to say of, the least available first. */
export const WeekTable = memo(function WeekTable({ rows }: { readonly rows: readonly WeekRow[] }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
    <section className={styles.scroll} aria-label={words.table} tabIndex={0}>
      <table className={styles.table}>
        <caption className="unseen">{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{column.service}</th>
            {HEADS.map((head) => (
              <th key={head} scope="col" data-begins={BEGINS.has(head) ? '' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.service.name} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  )
})
