import type { ExplainedPoint } from '#src/domain/slope/explainFit.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { formatSignal } from '#src/domain/wording/formatSignal.ts'
import { texts } from '#src/domain/wording/texts.ts'
import { keyed } from '#src/ui/keyed.ts'

const { fit: words } = texts.slope

type Props = {
  readonly caption: string
  readonly signal: Signal
  readonly points: readonly ExplainedPoint[]
  readonly now: EpochMs
  readonly timeZone: string
}

/** The picture as a table, for who does not see it. */
export function FitTable({ caption, signal, points, now, timeZone }: Props) {
  const { time, mean, range, use } = words.column
  const say = (value: number): string => formatSignal(signal, value, now, timeZone)
  return (
    // A table is never smaller than its content: what is around it hides it.
    <div className="unseen">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{time}</th>
            <th scope="col">{mean}</th>
            <th scope="col">{range}</th>
            <th scope="col">{use}</th>
          </tr>
        </thead>
        <tbody>
          {keyed(points, ({ t, use }) => `${t} ${use}`).map(([key, point]) => (
            <tr key={key}>
              <th scope="row">{formatMoment(point.t, now, timeZone)}</th>
              <td>{say(point.mean)}</td>
              <td>{words.range(say(point.low), say(point.high))}</td>
              <td>{words.use(point.use, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
