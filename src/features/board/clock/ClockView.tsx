import { useCallback } from 'react'
import { type ClockFace, type ClockStanding, faceAt } from '#src/domain/sla/clockFace.ts'
import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import { clockLead, clockNote } from '#src/domain/wording/clockWords.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow, useOfNow } from '#src/state/useNow.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import styles from './clock.module.css'
import { Ticking } from './Ticking.tsx'
import { useOffset } from './useOffset.ts'

/** The shape of a standing that asks for somebody: a triangle, an octagon. */
const LIGHT = { 'at-risk': 'orange', breached: 'red' } as const

const isAlarming = (standing: ClockStanding): standing is keyof typeof LIGHT => standing in LIGHT

/** Midnight comes on a quarter of an hour in every zone: no word on a day is older than that. */
const DAY_STEP = minutes(15)

type Props = {
  readonly face: ClockFace
  /** Large, as on the ticket's own page. */
  readonly large?: boolean
  /** Nobody ever acknowledged it: its clock stopped for another reason. */
  readonly unanswered?: boolean
}

/** One of a ticket's two clocks: what is left to the second, and when it is due. */
export function ClockView({ face, large = false, unanswered = false }: Props) {
  const { timeZone } = useScreen()
  const offset = useOffset()
  const standing = useOfNow((now) => faceAt(face, now + offset).standing)
  const now = useNow(DAY_STEP)
  const ticks = face.state === 'running' || standing === 'breached'
  const read = useCallback((at: EpochMs) => clockLead(face, at + offset, timeZone), [face, offset, timeZone])
  const lead = ticks ? <Ticking read={read} /> : <span>{read(now)}</span>
  return (
    <div className={large ? `${styles.clock} ${styles.large}` : styles.clock} data-standing={standing}>
      <span className={styles.lead}>
        {isAlarming(standing) && <StatusLight light={LIGHT[standing]} size={large ? 24 : 16} silent />}
        {unanswered ? <span>{ticketTexts.face.notAcknowledged}</span> : lead}
      </span>
      <span className={styles.note}>
        {!large && <abbr title={ticketTexts.clockLong[face.clock]}>{ticketTexts.clock[face.clock]}</abbr>}{' '}
        {clockNote(face, standingAt(face, standing, now + offset), timeZone)}
      </span>
    </div>
  )
}

/** A moment of the standing that is shown, also where the rounded one lies before it. */
function standingAt({ due, asOf }: ClockFace, standing: ClockStanding, now: EpochMs): EpochMs {
  const at = Math.max(now, asOf)
  return standing === 'breached' && due !== null ? Math.max(at, due + 1) : at
}
