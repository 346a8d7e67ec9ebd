import { type Bump, bumps } from '#src/domain/slope/testing/bumps.ts'
import { dayCurve, weekday } from '#src/domain/slope/testing/calendar.ts'
import { wander } from '#src/domain/slope/testing/noise.ts'
import {
  type Scenario,
  scenario,
  type Series,
  type Stage,
  timesBetween,
} from '#src/domain/slope/testing/scenario.ts'
import { still } from '#src/domain/slope/testing/still.ts'
import { days, type EpochMs, hours, mebibytes, minutes } from '#src/domain/time/units.ts'

const daysOf = ({ from, until }: Stage): readonly EpochMs[] => {
  const midnight = Math.floor(from / days(1)) * days(1)
  return Array.from({ length: Math.ceil((until - midnight) / days(1)) }, (_, day) => midnight + days(day))
}

/** p99 rises every Friday between six and seven. */
const friday = (stage: Stage): Series => {
  const { random } = stage
  const level = random.uniform(0.04, 0.15)
  const [load, slow, quick] = [
    dayCurve(random.fork()),
    wander(random.fork(), 0.04, minutes(40)),
    random.fork(),
  ]
  const swing = random.uniform(0.1, 0.4)
  const times = daysOf(stage).filter((day) => weekday(day) === 4)
  const job = bumps(
    times.map((day): Bump => ({
      start: day + hours(6) + minutes(random.uniform(0, 5)),
      rise: minutes(random.uniform(5, 40)),
      hold: minutes(random.uniform(10, 25)),
      fall: minutes(random.uniform(2, 15)),
      height: level * random.uniform(2, 8),
    })),
  )
  return still(stage, (t) =>
    Math.max(0.005, level * (1 + swing * load(t) + slow(t) + 0.07 * quick.normal()) + job(t)),
  )
}

/** A job fills memory for one to three hours each night and gives it back. */
const nightly = (stage: Stage): Series => {
  const { random } = stage
  const level = mebibytes(random.uniform(500, 1000))
  const noise = wander(random.fork(), level * 0.01, minutes(5))
  const hour = random.uniform(0, 5)
  const [height, rise] = [level * random.uniform(0.3, 1), random.uniform(0.5, 2.5)]
  const job = bumps(
    daysOf(stage).map((day): Bump => ({
      start: day + hours(hour) + minutes(random.uniform(-10, 10)),
      rise: hours(rise * random.uniform(0.9, 1.1)),
      hold: minutes(random.uniform(0, 40)),
      fall: minutes(random.uniform(0, 10)),
      height: height * random.uniform(0.9, 1.1),
    })),
  )
  return still(stage, (t) => level + job(t) + noise(t))
}

/** Jobs of half an hour to five hours come as they like, about two a day. */
const irregular = (stage: Stage): Series => {
  const { random } = stage
  const level = mebibytes(random.uniform(500, 1000))
  const noise = wander(random.fork(), level * 0.01, minutes(5))
  const share = random.uniform(0.2, 0.7)
  const job = bumps(
    timesBetween(stage, [3, 22]).map((start): Bump => {
      const long = random.uniform(0.5, 5)
      const rising = random.uniform(0.2, 1)
      return {
        start,
        rise: hours(long * rising),
        hold: hours(long * (1 - rising)),
        fall: minutes(random.uniform(0, 20)),
        height: level * share * random.uniform(0.6, 1.2),
      }
    }),
  )
  return still(stage, (t) => level + job(t) + noise(t))
}

/** A job at each full hour. */
const hourly = (stage: Stage): Series => {
  const { random, from } = stage
  const level = random.uniform(2, 10)
  const noise = wander(random.fork(), level * 0.1, minutes(2))
  const hoursHere = Math.ceil((stage.until - from) / hours(1))
  const first = Math.ceil(from / hours(1)) * hours(1)
  const job = bumps(
    Array.from({ length: hoursHere }, (_, hour): Bump => ({
      start: first + hours(hour),
      rise: minutes(random.uniform(1, 15)),
      hold: minutes(random.uniform(1, 10)),
      fall: minutes(random.uniform(1, 10)),
      height: level * random.uniform(1, 3),
    })),
  )
  return still(stage, (t) => Math.max(0, level + job(t) + noise(t)))
}

const FACTS = { sign: 'negative', kind: 'gauge' } as const

/** What is started by a clock, or by somebody. */
export const JOBS: readonly Scenario[] = [
  scenario({ ...FACTS, name: 'Friday 6 AM', story: 11, limit: 10, days: 28 }, friday),
  scenario({ ...FACTS, name: 'nightly batch', limit: mebibytes(4096), days: 8 }, nightly),
  scenario({ ...FACTS, name: 'irregular batch jobs', limit: mebibytes(4096), days: 7 }, irregular),
  scenario({ ...FACTS, name: 'hourly cron', days: 4 }, hourly),
]
