import { dayCurve } from '#src/domain/slope/testing/calendar.ts'
import { teeth, type Track, wander, whole } from '#src/domain/slope/testing/noise.ts'
import type { Random } from '#src/domain/slope/testing/random.ts'
import { type Bytes, mebibytes, minutes } from '#src/domain/time/units.ts'
import type { MetricLines, PodPlay } from './story.ts'

/** What is special about one Go process; all the rest of it is healthy. */
export type GoPlan = Omit<PodPlay, 'metrics'> & {
  /** Resident memory, without the daily curve, collections of garbage and noise; 300 MiB unless told. */
  readonly memory?: Track
  /** Height of the teeth that garbage draws; 40 MiB unless told. */
  readonly teeth?: Bytes
  readonly heap?: Track
  readonly goroutines?: Track
  readonly fds?: Track
  /** How many more files are open at the peak of a day than at its trough; 9 unless told. */
  readonly busyFds?: number
  /** Requests a second at the mean of a day; 40 unless told. */
  readonly perSecond?: number
  /** Metrics of its own. */
  readonly own?: (t: number) => MetricLines
}

const constant =
  (value: number): Track =>
  () =>
    value

/**
 * A Go service with client_golang's default collectors under daily load: memory, heap, goroutines and open files follow
 * the load by some percent, garbage is collected, everything is a little noisy. `random`: of this pod alone.
 */
export function goService(random: Random, plan: GoPlan): PodPlay {
  const load = dayCurve(random.fork())
  const teethHeight = plan.teeth ?? mebibytes(40)
  const garbage = teeth(random.fork(), { period: minutes(35), height: teethHeight, uneven: 0.2 })
  const noise = wander(random.fork(), 1, minutes(15))
  const draw = random.fork()
  const memory = plan.memory ?? constant(mebibytes(300))
  const heap = plan.heap ?? constant(mebibytes(90))
  const goroutines = plan.goroutines ?? constant(180)
  const fds = plan.fds ?? constant(60)
  const perSecond = plan.perSecond ?? 40
  let [served, until] = [0, 0]
  return {
    ...plan,
    metrics(t, start) {
      const [day, now, filled] = [load(t), noise(t), garbage(t)]
      if (until < start.at) served = 0
      served += (perSecond * (1 + 0.5 * day) * (t - Math.max(until, start.at))) / 1000
      until = t
      const held = memory(t)
      return {
        process_resident_memory_bytes: Math.round(
          held + mebibytes(300) * 0.06 * day + filled + mebibytes(4) * now,
        ),
        go_memstats_heap_inuse_bytes: Math.round(heap(t) + mebibytes(8) * day + filled + mebibytes(2) * now),
        go_goroutines: whole(goroutines(t) + 24 * day + 4 * draw.normal()),
        go_threads: 14,
        process_open_fds: whole(fds(t) + (plan.busyFds ?? 9) * day + 2 * draw.normal()),
        process_max_fds: 65_536,
        'http_requests_total{code="200"}': Math.floor(served),
        ...plan.own?.(t),
      }
    },
  }
}
