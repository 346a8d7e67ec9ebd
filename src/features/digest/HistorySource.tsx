import { minutes } from '#src/domain/time/units.ts'
import { englishHistory } from '#src/domain/wording/englishHistory.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { formatNumber } from '#src/domain/wording/formatNumber.ts'
import { queryFailureWords, unmatchedSentence } from '#src/domain/wording/sourceWords.ts'
import { texts } from '#src/domain/wording/texts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import type { Past } from '#src/state/watchStore.ts'
import { needsSignIn } from './historyNotices.ts'
import styles from './historyPanel.module.css'
import { SourceToken } from './SourceToken.tsx'

type Ended = Extract<Past['backfill'], { readonly kind: 'ended' }>
type Summary = Ended['summary']

const words = englishHistory.source

/** More names than these nobody reads. */
const NAMED = 20

function named(names: readonly string[]): string {
  const text = names.slice(0, NAMED).join(', ')
  return names.length > NAMED ? texts.and(text, texts.more(names.length - NAMED)) : text
}

/** What is said of several is said once, with the names of all that it holds for. */
function gathered<T>(all: readonly T[], say: (one: T) => string, name: (one: T) => string) {
  const groups = new Map<string, string[]>()
  for (const one of all) groups.set(say(one), [...(groups.get(say(one)) ?? []), name(one)])
  return [...groups]
}

function Failure({ failure, moment }: Pick<Summary, 'failure'> & { readonly moment: string }) {
  if (failure === null) return null
  const { what, repair } = queryFailureWords(failure)
  return (
    <p>
      <b>{words.failed(moment, what)}</b> {repair}
    </p>
  )
}

function Refused({ refused }: Pick<Summary, 'refused'>) {
  const groups = gathered(
    refused,
    (one) => JSON.stringify(queryFailureWords(one.failure)),
    ({ service }) => service,
  )
  return (
    <>
      {groups.map(([key, services]) => {
        const first = refused.find(({ service }) => service === services[0])
        if (first === undefined) return null
        const { what, repair } = queryFailureWords(first.failure)
        return (
          <p key={key}>
            <b>{words.refused(named(services), what)}</b> {repair}
          </p>
        )
      })}
    </>
  )
}

function Unknown({ unmatched, filled }: Pick<Summary, 'unmatched' | 'filled'>) {
  if (unmatched.length === 0) return null
  const groups = gathered(
    unmatched,
    ({ why, jobs }) => unmatchedSentence(why, jobs),
    ({ pod }) => pod,
  )
  return (
    <details open={filled === 0}>
      <summary>{words.unknown(unmatched.length)}</summary>
      {groups.map(([sentence, pods]) => (
        <p key={sentence}>
          <b>{named(pods)}</b>: {sentence}
        </p>
      ))}
    </details>
  )
}

function End({ at, summary }: Omit<Ended, 'kind'>) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const moment = texts.at(formatMoment(at, now, timeZone))
  const { filled, series, samples, leftOut, warnings, failure } = summary
  return (
    <>
      {filled > 0 && <p>{words.filled(moment, filled, formatNumber(series), formatNumber(samples))}</p>}
      {filled === 0 && failure === null && <p>{words.empty(moment)}</p>}
      <Failure failure={failure} moment={moment} />
      <Refused refused={summary.refused} />
      <Unknown unmatched={summary.unmatched} filled={filled} />
      {leftOut.length > 0 && <p>{words.leftOut(named(leftOut))}</p>}
      {warnings.map((warning) => (
        <p key={warning}>{words.warned(warning)}</p>
      ))}
    </>
  )
}

function Progress({ backfill }: Pick<Past, 'backfill'>) {
  if (backfill === null) return <p>{words.waiting}</p>
  if (backfill.kind === 'ended') return <End at={backfill.at} summary={backfill.summary} />
  return <p>{backfill.of === 0 ? words.matching : words.running(backfill.done, backfill.of)}</p>
}

/** What the fleet's source of the past gave: how far it is, how it went, what to mend, and the token that it may want. */
export function HistorySource({ source, backfill }: Pick<Past, 'source' | 'backfill'>) {
  return (
    <section>
      <h3>{words.heading}</h3>
      {source === null && backfill === null ? (
        <p className={styles.quiet}>{words.none}</p>
      ) : (
        // Each pod that is done is no news to be read out; how it ends is.
        <div aria-live={backfill?.kind === 'running' ? 'off' : 'polite'}>
          <Progress backfill={backfill} />
        </div>
      )}
      {source !== null && (
        <SourceToken key={source.shownUrl ?? source.url} source={source} wanted={needsSignIn(backfill)} />
      )}
    </section>
  )
}
