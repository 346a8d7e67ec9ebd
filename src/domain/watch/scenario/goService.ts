import { dayCurve } from '#src/domain/slope/testing/calendar.ts'
import { teeth, type Track, wander, whole } from '#src/domain/slope/testing/noise.ts'
import type { Random } from '#src/domain/slope/testing/random.ts'
import { type Bytes, mebibytes, minutes } from '#src/domain/time/units.ts'
import { poolMeter, type PoolPlan } from './poolPlan.ts'
import { requestMeter, type RequestPlan } from './requestPlan.ts'
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
  /** Requests a second without the daily curve; 40 unless told. */
  readonly perSecond?: Track
  /** How far the daily curve moves requests and CPU, as a share of their mean; 0.5 unless told. */
  readonly swing?: number
  readonly requests?: RequestPlan
  readonly pool?: PoolPlan
  /** CPU seconds a second without the daily curve; not told unless told here. */
  readonly cpu?: Track
  /** Metrics of its own. */
  readonly own?: (t: number) => MetricLines
}

const constant =
  (value: number): Track =>
  () =>
    value

type Traffic = {
  /** What the counters say at `t`, after so many seconds more; `day`: how high the daily curve is. */
  readonly lines: (t: number, elapsed: number, day: number) => MetricLines
  readonly reset: () => void
}

/** Requests, and what they cost: CPU and connections. */
function trafficOf({ perSecond = constant(40), swing = 0.5, requests = {}, pool, cpu }: GoPlan): Traffic {
  const meter = requestMeter(requests)
  const connections = pool === undefined ? null : poolMeter(pool)
  let burnt = 0
  return {
    lines(t, elapsed, day) {
      const busyness = 1 + swing * day
      burnt += (cpu?.(t) ?? 0) * busyness * elapsed
      return {
        ...meter.serve(t, perSecond(t) * busyness * elapsed),
        ...connections?.stats(t, elapsed),
        ...(cpu === undefined ? {} : { process_cpu_seconds_total: burnt }),
      }
    },
    reset() {
      burnt = 0
      meter.reset()
      connections?.reset()
    },
  }
}

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
  const traffic = trafficOf(plan)
  let [until, of] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  return {
    ...plan,
    metrics(t, start) {
      const [day, now, filled] = [load(t), noise(t), garbage(t)]
      if (of !== start.at) {
        ;[until, of] = [start.at, start.at]
        traffic.reset()
      }
      const elapsed = Math.max(0, t - until) / 1000
      until = t
      return {
        process_resident_memory_bytes: Math.round(
          memory(t) + mebibytes(300) * 0.06 * day + filled + mebibytes(4) * now,
        ),
        go_memstats_heap_inuse_bytes: Math.round(heap(t) + mebibytes(8) * day + filled + mebibytes(2) * now),
        go_goroutines: whole(goroutines(t) + 24 * day + 4 * draw.normal()),
        go_threads: 14,
        process_open_fds: whole(fds(t) + (plan.busyFds ?? 9) * day + 2 * draw.normal()),
        process_max_fds: 65_536,
        ...traffic.lines(t, elapsed, day),
        ...plan.own?.(t),
      }
    },
  }
}
