import type { HealthState } from '#src/domain/health/healthReading.ts'
import { type HealthPage, healthPage } from '#e2e/fleet/story/healthPage.ts'
import { seededRandom } from '#src/domain/slope/testing/random.ts'
import { days, type EpochMs } from '#src/domain/time/units.ts'
import { goService } from '#src/domain/watch/scenario/goService.ts'
import type { Start } from '#src/domain/watch/scenario/story.ts'
import { faultOf, type SoakPlace, type Struck } from './soakFaults.ts'

/** What a pod answers: `hangs` and `refused` are no answers. */
export type SoakAnswer = HealthPage | 'hangs' | 'refused'

/** One pod of the soak; asked in order of time. */
export type SoakPod = (endpoint: string, now: EpochMs) => SoakAnswer

const METRICS = 'text/plain; version=0.0.4'

/** Started anew, with the next version where its whole service was. */
function startedBy({ fault, turn }: Struck, start: Start, now: EpochMs): Start {
  return { at: now, version: fault === 'rolled out' ? `1.${turn}.0` : start.version }
}

function healthOf(struck: Struck | null): HealthPage {
  const isIll = struck?.fault === 'down' || struck?.fault === 'degraded'
  const state: HealthState = struck?.fault === 'down' ? 'down' : isIll ? 'degraded' : 'ok'
  const message = isIll ? 'connect ECONNREFUSED database:5432' : null
  return healthPage({
    state,
    format: 'health+json',
    why: null,
    checks: [{ name: 'database', state, message, details: [], parts: [] }],
    version: null,
    logs: [],
    metrics: [],
  })
}

/** A pod in a soak that begins at `from`. */
export function soakPod(place: SoakPlace, from: EpochMs): SoakPod {
  let start: Start = { at: from - days(9), version: '1.0.0' }
  let startedIn = -1
  const play = goService(seededRandom(1, `soak ${place.service} ${place.pod}`), {
    starts: [start],
    requests: { p50: () => 0.02, p99: () => 0.2 },
    cpu: () => 0.2,
  })

  const metricsPage = (now: EpochMs): HealthPage => {
    const lines = {
      ...play.metrics(now, start),
      [`app_build_info{version="${start.version}"}`]: 1,
      process_start_time_seconds: start.at / 1000,
    }
    const body = Object.entries(lines)
      .map(([name, value]) => `${name} ${value}\n`)
      .join('')
    return { status: 200, type: METRICS, body }
  }

  return (endpoint, now) => {
    const struck = faultOf(place, now - from)
    if (struck !== null && /restarted|rolled out/.test(struck.fault) && struck.turn !== startedIn) {
      startedIn = struck.turn
      start = startedBy(struck, start, now)
    }
    if (struck?.fault === 'hangs' || struck?.fault === 'refused') return struck.fault
    if (struck?.fault === 'error') return { status: 500, type: 'text/plain', body: 'out of memory' }
    if (endpoint === 'health') return healthOf(struck)
    if (endpoint === 'metrics') return metricsPage(now)
    const body = JSON.stringify({ version: start.version })
    return { status: 200, type: 'application/json', body }
  }
}
