import type { Blindness } from '#src/domain/digest/digestRow.ts'
import type { Fleet } from '#src/domain/fleet/fleet.ts'
import { type DurationMs, type EpochMs, seconds } from '#src/domain/time/units.ts'
import { sameBlindness } from '#src/domain/watch/blindness.ts'
import type { LinkChanged, ProbeEnded } from '#src/domain/watch/observation.ts'
import { allRows, createWatch, digestChanges, observe, stripOf, type Watch } from '#src/domain/watch/watch.ts'
import { deskLater } from '#src/engine/desk/deskLater.ts'
import { isDeskQuestion } from '#src/engine/desk/isDeskQuestion.ts'
import { drillLater } from '#src/engine/drill/drillLater.ts'
import { heardBook } from '#src/engine/drill/heardBook.ts'
import { isDrillQuestion } from '#src/engine/drill/isDrillQuestion.ts'
import { lookedAt } from '#src/engine/drill/lookedAt.ts'
import { pastLine } from '#src/engine/drill/pastLine.ts'
import type { Ports } from '#src/engine/ports.ts'
import { asker } from '#src/engine/probe/asker.ts'
import { type Target, targetsOf } from '#src/engine/probe/target.ts'
import type { Answer, FleetFileState, Question, ToPage } from '#src/engine/protocol.ts'
import { poller, TICK } from '#src/engine/schedule/poller.ts'
import { answerQuestion } from './answerQuestion.ts'
import { gotNoAnswer } from './gotNoAnswer.ts'
import { inHypercare } from './inHypercare.ts'
import { firstPages } from './firstPages.ts'
import { fleetFile, type FleetLook, RELOAD_EVERY } from './fleetFile.ts'
import { remembering } from './remembering.ts'

/** When probes begin to fail, home is asked at once instead of at its next turn, but not more often than this. */
const HOME_CHECK_EVERY: DurationMs = 2000

/** Questions that come before the fleet is known wait for it, but not for ever. */
const FLEET_WITHIN: DurationMs = seconds(10)

/** Watches one fleet and tells its listener: the whole of the engine behind one line. */
export type FleetWatcher = {
  /** What a page that connects now has to be told first. */
  snapshot(): readonly ToPage[]
  /** Answers from what is known now, and in a while what takes some time. Never rejects, but for a fault of this program. */
  answer(question: Question): Answer | Promise<Answer>
  /** Until when what was told of a service stays true without another word; −∞ for one that there is not. */
  holdsUntil(service: string): EpochMs
  /** Stores what is new at once: the last page may be left any moment, and this worker with it. */
  saveNow(): void
  stop(): void
}

type Running = {
  readonly watch: Watch
  readonly targets: readonly Target[]
  /** Pods are reached through the server that the fleet file comes from (a gateway). */
  readonly homeMatters: boolean
}

/** Both are made of the same schema in the same order. */
const sameFleet = (a: Fleet, b: Fleet): boolean => JSON.stringify(a) === JSON.stringify(b)

const knownStart = (watch: Watch, { service, pod }: ProbeEnded): EpochMs | null =>
  watch.services.get(service)?.pods.get(pod)?.startedAt ?? null

/** Begins to watch the fleet that the file at `fleetUrl` describes. `publish` gets every message for the pages. */
export function fleetWatcher(
  fleetUrl: string,
  ports: Ports,
  publish: (message: ToPage) => void,
): FleetWatcher {
  const file = fleetFile(fleetUrl, ports)
  let running: Running | null = null
  let fileState: FleetFileState = { kind: 'loading', url: fleetUrl }
  let lastRead: FleetFileState | null = null
  /** All rows may be grey already when the dashboard grows blind: that is news by itself. */
  let toldBlind: Blindness | null = null
  let nextLook = 0
  let lastLook = 0
  let looking = false
  let stopped = false
  const begunAt = ports.monotonic()
  const early: (() => void)[] = []
  const awaitsFirst = firstPages(ports)

  const setFileState = (state: FleetFileState): void => {
    const lastGoodInUse = running !== null
    fileState = 'lastGoodInUse' in state ? { ...state, lastGoodInUse } : state
    publish({ kind: 'fleet-file', state: fileState })
  }

  const notes = { heard: heardBook(), lookedAt: lookedAt(ports.monotonic), past: pastLine() }
  const past = remembering(fleetUrl, ports, (state) => publish({ kind: 'past', state }), notes.past)
  const desk = deskLater(fleetUrl, ports, () => past.authorization(), publish)
  const drill = drillLater(fleetUrl, ports, notes)
  const ask = asker(fleetUrl, ports, notes.lookedAt)
  const polls = poller(ask, ports, (ended, tapped) => {
    notes.heard.note(ended, tapped)
    if (running !== null) onEnded(running, ended)
  })

  const onEnded = ({ watch, homeMatters }: Running, ended: ProbeEnded): void => {
    const before = knownStart(watch, ended)
    observe(watch, ended, ports.now())
    if (before !== null && knownStart(watch, ended) !== before)
      polls.hasten(ended.service, ended.pod, 'version')
    if (homeMatters && gotNoAnswer(ended)) nextLook = Math.min(nextLook, lastLook + HOME_CHECK_EVERY)
  }

  const isEarly = (): boolean => running === null && ports.monotonic() < begunAt + FLEET_WITHIN

  const answerEarly = (): void => {
    if (!isEarly()) for (const go of early.splice(0)) go()
  }

  const adopt = (fleet: Fleet): void => {
    // It was written anew, or mended, and says what it said before.
    if (running !== null && sameFleet(running.watch.fleet, fleet)) return
    const watch = createWatch(fleet, running?.watch ?? null)
    const targets = targetsOf(fleet, fleetUrl)
    polls.retarget(targets)
    notes.heard.keep((service, pod) => watch.services.get(service)?.pods.has(pod) === true)
    const known = new Set(fleet.services.map((service) => service.name))
    const gone = [...(running?.watch.services.keys() ?? [])].filter((name) => !known.has(name))
    const home = new URL(fleetUrl).origin
    const homeMatters = targets.some((target) => new URL(target.base).origin === home)
    running = { watch, targets, homeMatters }
    answerEarly()
    const { rows, strip } = digestChanges(watch, ports.now())
    toldBlind = strip.blind
    publish({ kind: 'digest', full: true, rows, gone, strip })
  }

  const observeLink = (homeAnswers: boolean): void => {
    if (running === null) return
    const online = ports.isOnline()
    const cutOff = running.homeMatters && !homeAnswers
    const state = !online ? 'offline' : cutOff ? 'home-unreachable' : 'up'
    const link: LinkChanged = { kind: 'link', state, at: ports.now() }
    observe(running.watch, link, ports.now())
  }

  const setUnreachable = (detail: string, now: EpochMs): void => {
    const was = fileState.kind === 'unreachable' ? fileState : null
    const lastGoodInUse = running !== null
    if (was?.detail === detail && was.lastGoodInUse === lastGoodInUse) return
    setFileState({
      kind: 'unreachable',
      url: fleetUrl,
      detail,
      since: was?.since ?? now,
      lastGoodInUse,
    })
  }

  const takeLook = (look: FleetLook): void => {
    if (look.lastGood !== null) adopt(look.lastGood)
    const lastGoodInUse = running !== null
    const now = ports.now()
    switch (look.kind) {
      case 'same':
        if (fileState.kind === 'unreachable' && lastRead !== null) setFileState(lastRead)
        // A fault is known for a while, and the last good one came only now.
        else if (fileState.kind === 'invalid' && fileState.lastGoodInUse !== lastGoodInUse)
          setFileState(fileState)
        return
      case 'fleet':
        adopt(look.fleet)
        lastRead = { kind: 'good', url: fleetUrl, readAt: now }
        return setFileState(lastRead)
      case 'invalid':
        lastRead = { kind: 'invalid', url: fleetUrl, issues: look.issues, since: now, lastGoodInUse }
        return setFileState(lastRead)
      case 'unreachable':
        return setUnreachable(look.detail, now)
    }
  }

  const lookAtFile = async (): Promise<void> => {
    looking = true
    lastLook = ports.monotonic()
    try {
      const look = await file.look()
      if (stopped) return
      takeLook(look)
      observeLink(look.kind !== 'unreachable' || look.answered)
    } finally {
      looking = false
      nextLook = ports.monotonic() + (running === null ? HOME_CHECK_EVERY : RELOAD_EVERY)
    }
  }

  const tick = (): void => {
    if (!looking && ports.monotonic() >= nextLook) void lookAtFile()
    if (running === null) return answerEarly()
    if (!ports.isOnline()) observeLink(true)
    // Back online: whether home answers again is asked at once.
    else if (running.watch.link?.state === 'offline') nextLook = Math.min(nextLook, lastLook)
    polls.watchClosely(inHypercare(running.watch))
    polls.tick()
    past.turn(running.watch)
    desk.turn(running.watch)
    publishChanges(running.watch)
  }

  const publishChanges = (watch: Watch): void => {
    const wasPending = watch.pastPending
    watch.pastPending = awaitsFirst(watch) || past.isPending()
    const wasBlind = watch.blind !== null
    const { rows, strip } = digestChanges(watch, ports.now())
    drill.turn(watch)
    // What timed out in the meantime said nothing of the pods, and must not keep them waiting now.
    if (wasBlind && strip.blind === null) polls.forgiveTimeouts()
    const isSettled = wasPending === watch.pastPending && sameBlindness(strip.blind, toldBlind)
    if (rows.length === 0 && isSettled) return
    toldBlind = strip.blind
    publish({ kind: 'digest', full: false, rows, gone: [], strip })
  }

  const answer = (question: Question): Answer | Promise<Answer> => {
    if (isEarly()) return new Promise<void>((go) => void early.push(go)).then(() => answer(question))
    if (running === null) return { about: question.about, found: null }
    if (isDeskQuestion(question)) return desk.answer(question)
    if (isDrillQuestion(question)) return drill.answer(running.watch, question)
    return answerQuestion({ ...running, asker: ask, poller: polls, past }, question, ports)
  }

  const stopTicking = ports.every(TICK, tick)
  tick()

  return {
    snapshot: () => {
      const state: ToPage = { kind: 'fleet-file', state: fileState }
      if (running === null) return [state]
      const rows = allRows(running.watch)
      const known = past.state()
      const told: readonly ToPage[] = known === null ? [] : [{ kind: 'past', state: known }]
      const digest: ToPage = { kind: 'digest', full: true, rows, gone: [], strip: stripOf(running.watch) }
      return [state, digest, ...told, ...desk.snapshot()]
    },
    answer,
    holdsUntil: (service) => running?.watch.services.get(service)?.freshUntil ?? Number.NEGATIVE_INFINITY,
    saveNow() {
      if (running === null) return
      drill.saveNow(running.watch)
      past.saveNow(running.watch)
    },
    stop: () => {
      stopped = true
      stopTicking()
      polls.stop()
      past.stop()
      desk.stop()
      drill.stop()
    },
  }
}
