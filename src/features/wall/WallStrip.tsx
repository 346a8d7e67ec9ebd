import { Fragment, type ReactNode, useMemo } from 'react'
import { minutes } from '#src/domain/time/units.ts'
import { lightRank, WORST_FIRST } from '#src/domain/verdict/light.ts'
import { isOldSight, wallAge, wallHealth, type WallShare, wallTickets } from '#src/domain/wall/wallStrip.ts'
import type { StripPart } from '#src/domain/wall/wallOptions.ts'
import { englishWall } from '#src/domain/wording/englishWall.ts'
import { formatClock } from '#src/domain/wording/formatMoment.ts'
import { pollHealthText } from '#src/domain/wording/pollHealthWords.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { usePollHealth } from '#src/state/queries/usePollHealth.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { useWatch } from '#src/state/useWatch.ts'
import styles from './strip.module.css'
import {
  ageWords,
  breachWords,
  dutyWords,
  healthWords,
  p1Words,
  type StripWords,
  ticketDoubt,
} from './stripWords.ts'

function Part({ part, words }: { readonly part: StripPart; readonly words: StripWords }) {
  const { label, value, more, press } = words
  return (
    <div className={styles.part} data-part={part} data-press={press ?? undefined}>
      <dt>{label}</dt>
      {more !== '' && <dd className={styles.more}>{more}</dd>}
      <dd className={styles.value}>{value}</dd>
    </div>
  )
}

function Clock() {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  return (
    <div className={styles.part} data-part="clock">
      <dt>{timeZone}</dt>
      <dd className={styles.value}>
        <time>{formatClock(now, timeZone)}</time>
      </dd>
    </div>
  )
}

function AgePart() {
  const state = useWatch((all) => all)
  const now = useNow()
  return <Part part="age" words={ageWords(wallAge(state, now))} />
}

/** What the board says, by the minute: P1s that wait, and the clock that runs out next. */
function TicketPart({ part }: { readonly part: 'breach' | 'p1' }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const rows = useBoard((state) => state.rows)
  const desk = useBoard((state) => state.desk)
  const isSilent = useWatch(({ source }) => source !== 'live')
  const tickets = useMemo(() => wallTickets(rows.values(), now), [rows, now])
  const doubt = ticketDoubt(desk, isSilent)
  const words = part === 'p1' ? p1Words(tickets, doubt) : breachWords(tickets, doubt, now, timeZone)
  return <Part part={part} words={words} />
}

function DutyPart() {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const duty = useBoard(({ desk }) => desk?.duty ?? null)
  const words = dutyWords(duty, now, timeZone)
  return words === null ? null : <Part part="duty" words={words} />
}

function HealthPart() {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const state = useWatch((all) => all)
  const polls = usePollHealth()
  const health = wallHealth(state)
  const words = healthWords(health, now, timeZone)
  const more = health.kind === 'polling' && polls !== null ? pollHealthText(polls) : words.more
  return <Part part="health" words={{ ...words, more }} />
}

const DRAWN: Readonly<Record<StripPart, ReactNode>> = {
  clock: <Clock />,
  age: <AgePart />,
  breach: <TicketPart part="breach" />,
  p1: <TicketPart part="p1" />,
  duty: <DutyPart />,
  health: <HealthPart />,
}

/** The four lights and how many services have each: a letter and a number. */
function Counts({ share: { shown } }: { readonly share: WallShare }) {
  const isOld = useWatch(isOldSight)
  return (
    <ul className={styles.counts} aria-label={screenTexts.section.act}>
      {WORST_FIRST.map((light) => (
        <li
          key={light}
          data-light={light}
          data-none={shown[light] === 0 || undefined}
          data-old={isOld || undefined}
          aria-label={`${shown[light]} ${screenTexts.light[light]}`}
          style={{ order: lightRank(light) }}
        >
          <b aria-hidden="true">{englishWall.letter[light]}</b>
          <span aria-hidden="true">{shown[light]}</span>
        </li>
      ))}
    </ul>
  )
}

type Props = {
  readonly parts: readonly StripPart[]
  readonly share: WallShare
  /** What else stands in the strip. */
  readonly children?: ReactNode
}

/** The top of the wall: how many services have which light, what time it is, how old all of it is, and what presses. */
export function WallStrip({ parts, share, children }: Props) {
  return (
    <header className={styles.strip} aria-label={englishWall.strip.label}>
      <Counts share={share} />
      <dl className={styles.parts}>
        {parts.map((part) => (
          <Fragment key={part}>{DRAWN[part]}</Fragment>
        ))}
      </dl>
      {children}
    </header>
  )
}
