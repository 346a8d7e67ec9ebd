import { type Deploy, deploysOf } from '#src/domain/deploy/deploysOf.ts'
import type { Service } from '#src/domain/fleet/fleet.ts'
import type { MarkBook } from '#src/domain/series/markBook.ts'
import type { SeenSpan } from '#src/domain/series/seenSpans.ts'
import type { StartMark } from '#src/domain/series/startLife.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { NightRestart, ServiceNight } from './night.ts'

/** What is known of the starts of pods. */
export type Starts = {
  readonly marks: MarkBook
  /** Whether a start may still turn out to be a deploy: its version was not read yet. */
  readonly isAwaited: (service: string, pod: string, at: EpochMs) => boolean
}

const learnedAt = ({ at, learnedAt: later }: StartMark): EpochMs => later ?? at

const lies = (at: EpochMs, { from, to }: SeenSpan): boolean => from <= at && at <= to

/** It began within a time, or became known in it. */
const belongs = (mark: StartMark, night: SeenSpan): boolean =>
  mark.at <= night.to && (lies(mark.at, night) || lies(learnedAt(mark), night))

function deploysIn(
  { marks }: Starts,
  service: Pick<Service, 'name' | 'policy'>,
  night: SeenSpan,
): readonly Deploy[] {
  const isOf = ({ at, lastAt }: Deploy, mark: StartMark): boolean =>
    mark.kind === 'deploy' && lies(mark.at, { from: at, to: lastAt }) && belongs(mark, night)
  return deploysOf(marks, service).filter((deploy) =>
    deploy.pods.some((pod) => marks.marksOf(service.name, pod).some((mark) => isOf(deploy, mark))),
  )
}

function restartsIn({ marks, isAwaited }: Starts, service: string, night: SeenSpan): readonly NightRestart[] {
  const pods = [...marks.livesOf(service).keys()]
  return pods
    .flatMap((pod) =>
      marks
        .marksOf(service, pod)
        .filter((mark) => mark.kind === 'restart' && belongs(mark, night))
        .map((mark): NightRestart => ({ pod, at: mark.at, learnedAt: learnedAt(mark) })),
    )
    .filter(({ pod, at }) => !isAwaited(service, pod, at))
    .toSorted((a, b) => a.at - b.at || (a.pod < b.pod ? -1 : 1))
}

/** The deploys and restarts of a service that began within a night or became known in it, oldest first. */
export const startsIn = (
  starts: Starts,
  service: Pick<Service, 'name' | 'policy'>,
  night: SeenSpan,
): Pick<ServiceNight, 'deploys' | 'restarts'> => ({
  deploys: deploysIn(starts, service, night),
  restarts: restartsIn(starts, service.name, night),
})
