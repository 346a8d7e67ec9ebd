import { plainBrowser } from '#e2e/support/plainBrowser.ts'
import { complaintsOf } from '#e2e/support/pageComplaints.ts'
import { durationOr } from '#src/domain/fleet/durationOr.ts'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import { parseFleet } from '#src/domain/fleet/parseFleet.ts'
import { days, type DurationMs, type EpochMs, minutes, seconds } from '#src/domain/time/units.ts'
import { moment } from '#src/domain/watch/scenario/moment.ts'
import { soakDashboard } from './soakDashboard.ts'
import { soakFleet, type SoakIntervals } from './soakFleet.ts'
import { soakMeter } from './soakMeter.ts'
import { SAMPLES, type SoakSample, type SoakVerdict, soakVerdicts } from './soakVerdict.ts'
import { type SoakWall, soakWall } from './soakWall.ts'

/** So long by one of two clocks: that of whoever waits for the soak, or the one that the wall goes by. */
export type SoakSpan = { readonly by: 'world' | 'wall'; readonly span: DurationMs }

export type SoakPlan = {
  /** How much of this world's time passes before the first sample: code is compiled, what is shared is made. */
  readonly warmUp: DurationMs
  /** How long it lasts from then on: of this world's time, or by the wall's clock. */
  readonly lasts: SoakSpan
  /** Whether the wall is made as old as what it remembers reaches back: a young one takes more each hour. */
  readonly ages: boolean
  readonly intervals: SoakIntervals
  /** Plants a leak into page and worker. */
  readonly leaks: boolean
  /** Hears of each sample. */
  readonly heard: (sample: SoakSample, polls: number) => void
}

/** What a soak has shown. */
export type SoakReport = {
  /** How long the wall hung, by its own clock, after it had grown old; and how long that took. */
  readonly hung: DurationMs
  readonly took: DurationMs
  /** Polls that came to pods meanwhile. */
  readonly polls: number
  /** For how long a wall of this fleet hangs until as many have come, where its file names no intervals. */
  readonly standsFor: DurationMs
  /** Samples at which the wall did not vouch for what it showed. */
  readonly old: number
  /** How often the page was loaded. */
  readonly loads: number
  /** Polls that were dropped, as the wall tells. */
  readonly dropped: number
  /** Errors that page or worker logged. */
  readonly complaints: readonly string[]
  readonly verdicts: readonly SoakVerdict[]
  readonly samples: readonly SoakSample[]
}

const FROM: EpochMs = moment('2026-11-02T06:00Z')

/** The clock is led on by so much at a time. */
const AT_ONCE: DurationMs = seconds(20)

/** How often pods of a fleet are asked in a day. */
function pollsInDay(file: FleetFile): number {
  const fleet = parseFleet(file)
  if (!fleet.ok) throw new Error('the fleet file of the soak has faults')
  const { health, metrics, version } = fleet.value.polling.intervals
  const pods = file.services.flatMap(({ pods = [] }) => pods).length
  return pods * [health, metrics, version].reduce((sum, interval) => sum + days(1) / interval, 0)
}

const worldly = (): DurationMs => performance.now()

/** Leads the wall on, once at least, until the clock shows so much. */
async function leadUntil(wall: SoakWall, clock: () => number, until: number): Promise<void> {
  do await wall.lead(AT_ONCE)
  while (clock() < until)
}

/** Hangs the built wall in front of fifty services whose faults come and go, and measures what it takes meanwhile. */
export async function soak({ lasts, warmUp, ages, intervals, leaks, heard }: SoakPlan): Promise<SoakReport> {
  const begun = performance.now()
  const fleet = await soakFleet(FROM, intervals)
  const dashboard = await soakDashboard(fleet.file, { clockUrl: fleet.clockUrl, leaks })
  const browser = await plainBrowser({ stepsBack: true })
  try {
    const complaints = complaintsOf(browser.context)
    const wall = await soakWall(browser.context, dashboard.url, FROM)
    if (ages) await wall.age(durationOr(intervals.metrics, minutes(1)))
    const [aged, pollsBefore] = [wall.now(), fleet.counts.polls]
    const meter = await soakMeter(browser.context, wall.page)
    await leadUntil(wall, worldly, worldly() + warmUp)
    await meter.read()
    const clock = lasts.by === 'wall' ? wall.now : worldly
    const first = clock()
    const samples: SoakSample[] = []
    let old = 0
    for (let i = 1; i <= SAMPLES; i++) {
      await leadUntil(wall, clock, first + (i / SAMPLES) * lasts.span)
      const sample = { at: wall.now(), reading: await meter.read() }
      samples.push(sample)
      heard(sample, fleet.counts.polls)
      if (await wall.isOld()) old += 1
    }
    const dropped = await wall.droppedEver()
    const polls = fleet.counts.polls - pollsBefore
    const { intervals: _, ...plain } = fleet.file
    return {
      hung: wall.now() - aged,
      took: performance.now() - begun,
      polls,
      standsFor: (polls / pollsInDay(plain)) * days(1),
      old,
      loads: wall.loads(),
      dropped,
      complaints,
      verdicts: soakVerdicts(samples),
      samples,
    }
  } finally {
    await browser.close()
    await Promise.all([dashboard.close(), fleet.close()])
  }
}
