import type { Story } from '#src/domain/watch/scenario/story.ts'
import { cascade } from '#src/domain/watch/scenario/stories/cascade.ts'
import { exporterLabels } from '#src/domain/watch/scenario/stories/exporterLabels.ts'
import { fdLeak } from '#src/domain/watch/scenario/stories/fdLeak.ts'
import { fourInTheMorning } from '#src/domain/watch/scenario/stories/fourInTheMorning.ts'
import { fridayCron } from '#src/domain/watch/scenario/stories/fridayCron.ts'
import { goroutineGauge } from '#src/domain/watch/scenario/stories/goroutineGauge.ts'
import { leakRestarted } from '#src/domain/watch/scenario/stories/leakRestarted.ts'
import { logRotation } from '#src/domain/watch/scenario/stories/logRotation.ts'
import { noDeadline } from '#src/domain/watch/scenario/stories/noDeadline.ts'
import { oneOfTwoPods } from '#src/domain/watch/scenario/stories/oneOfTwoPods.ts'
import { poolCollapsed } from '#src/domain/watch/scenario/stories/poolCollapsed.ts'
import { queueCreeping } from '#src/domain/watch/scenario/stories/queueCreeping.ts'
import { retryStorm } from '#src/domain/watch/scenario/stories/retryStorm.ts'
import { shutdownThatWasnt } from '#src/domain/watch/scenario/stories/shutdownThatWasnt.ts'
import { sixDayOom } from '#src/domain/watch/scenario/stories/sixDayOom.ts'
import { tailOfDeploys } from '#src/domain/watch/scenario/stories/tailOfDeploys.ts'
import { tlsCache } from '#src/domain/watch/scenario/stories/tlsCache.ts'

/** The stories that can be played live, by the names of a command line: those of their files. */
export const STORIES: Readonly<Record<string, Story>> = {
  'six-day-oom': sixDayOom,
  'queue-creeping': queueCreeping,
  'pool-collapsed': poolCollapsed,
  'tail-of-deploys': tailOfDeploys,
  'fd-leak': fdLeak,
  'tls-cache': tlsCache,
  'shutdown-that-wasnt': shutdownThatWasnt,
  'no-deadline': noDeadline,
  'exporter-labels': exporterLabels,
  'log-rotation': logRotation,
  'friday-cron': fridayCron,
  'retry-storm': retryStorm,
  'goroutine-gauge': goroutineGauge,
  'one-of-two-pods': oneOfTwoPods,
  cascade,
  'four-in-the-morning': fourInTheMorning,
  'leak-restarted': leakRestarted,
}
