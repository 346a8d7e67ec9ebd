import type { DurationMs } from '#src/domain/time/units.ts'
import type { Ports } from '#src/engine/ports.ts'
import { PROTOCOL, type ToPage, type ToWorker } from '#src/engine/protocol.ts'
import { type Hub, hub, type Line, UNHEARD_FOR } from './hub.ts'
import type { Channel, Sharing } from './workerSharing.ts'

/** A leader says that it lives this often. A frozen worker keeps its lock, so silence is the only sign. */
const LIFE_EVERY: DurationMs = 1000
const SILENCE: DurationMs = 3000

type Hello = Extract<ToWorker, { kind: 'hello' }>

/** What workers tell each other on their common channel. A page's line also has a channel of its own, for answers. */
type Word =
  | { readonly kind: 'lead'; readonly worker: string }
  | { readonly kind: 'ask'; readonly line: string; readonly message: ToWorker }

/** A page of this worker, its lines to whoever leads, and what it asked that nobody has answered yet. */
type Local = {
  readonly id: string
  /** Where this worker leads itself. */
  readonly own: Line
  readonly channel: Channel<ToPage>
  readonly asked: Map<number, ToWorker>
  heardAt: DurationMs
}

/**
 * Of all workers of this browser that watch the same fleet (one for each tab where there are no SharedWorkers, one
 * for each build of which a tab is open where there are) the one that holds a Web Lock polls. The others pass on
 * what their pages say and what it answers. When it falls silent (frozen, hung, gone) the lock is stolen. Without
 * Web Locks (a plain http host that is not this machine) every worker polls.
 */
export function leadOrFollow(ports: Ports, sharing: Sharing | null): Pick<Hub, 'receive' | 'fail'> {
  const lead = hub(ports)
  if (sharing === null) return lead

  const locals = new Map<Line, Local>()
  const remotes = new Map<string, Line>()
  let first: Hello | null = null
  let name = ''
  let common: Channel<Word> | null = null
  let leading = false
  let leader: string | null = null
  let leaderHeardAt = ports.monotonic()
  let lifeAt = ports.monotonic()
  let lines = 0
  let giveUp: (() => void) | null = null

  const ask = ({ id }: Local, message: ToWorker): void => common?.say({ kind: 'ask', line: id, message })

  const admit = (line: Line): Local => {
    lines += 1
    const id = `${sharing.me}/${lines}`
    const asked = new Map<number, ToWorker>()
    const send = (message: ToPage): void => {
      if (message.kind === 'answer') asked.delete(message.id)
      line.send(message)
    }
    const channel = sharing.channel<ToPage>(`${name} ${id}`, (message) => {
      if (!leading) send(message)
    })
    const local = { id, own: { send }, channel, asked, heardAt: ports.monotonic() }
    locals.set(line, local)
    return local
  }

  const release = (line: Line): void => {
    locals.get(line)?.channel.close()
    locals.delete(line)
  }

  const lineTo = (id: string): Line => {
    const known = remotes.get(id)
    if (known !== undefined) return known
    const channel = sharing.channel<ToPage>(`${name} ${id}`, () => {})
    const dropped = (): void => {
      channel.close()
      remotes.delete(id)
    }
    const line = { send: channel.say, dropped }
    remotes.set(id, line)
    return line
  }

  const passOn = (local: Local, message: ToWorker): void => {
    if (message.kind === 'ask') local.asked.set(message.id, message)
    if (leading) lead.receive(local.own, message)
    else ask(local, message)
  }

  /** Whoever leads from now on knows nothing of the pages of this worker, nor of what they asked before anybody led. */
  const introduceAll = (): void => {
    if (first === null) return
    for (const local of locals.values()) {
      for (const message of [first, ...local.asked.values()]) passOn(local, message)
    }
  }

  const hear = (word: Word): void => {
    if (word.kind === 'ask') {
      if (leading) lead.receive(lineTo(word.line), word.message)
      return
    }
    if (leading) return
    leaderHeardAt = ports.monotonic()
    if (word.worker === leader) return
    leader = word.worker
    introduceAll()
  }

  const held = (): void => {
    leading = true
    // Should this worker follow again, then as a stranger, even of the one that it followed before.
    leader = null
    introduceAll()
  }

  const claim = (steal: boolean): void => {
    giveUp?.()
    giveUp = sharing.lock(name, steal, { held, lost })
  }

  /** This worker was silent for too long, and the lock is stolen. The thief polls now. */
  const lost = (): void => {
    leading = false
    leaderHeardAt = ports.monotonic()
    lead.stop()
    claim(false)
  }

  const live = (): void => {
    const now = ports.monotonic()
    // A worker that slept itself heard nobody; that says nothing about the leader.
    if (now - lifeAt > SILENCE) leaderHeardAt = now
    lifeAt = now
    for (const [line, { heardAt }] of locals) if (now - heardAt > UNHEARD_FOR) release(line)
    if (leading) common?.say({ kind: 'lead', worker: sharing.me })
    else if (now - leaderHeardAt > SILENCE) {
      leaderHeardAt = now
      claim(true)
    }
  }

  const begin = (hello: Hello): void => {
    first = hello
    name = `morning-check ${PROTOCOL} ${hello.fleetUrl}`
    common = sharing.channel(name, hear)
    leaderHeardAt = ports.monotonic()
    lifeAt = leaderHeardAt
    ports.every(LIFE_EVERY, live)
    claim(false)
  }

  return {
    fail: lead.fail,
    receive(line, message) {
      if (message.kind === 'hello' && first === null) begin(message)
      if (first === null) return
      const local = locals.get(line) ?? admit(line)
      local.heardAt = ports.monotonic()
      passOn(local, message)
      if (message.kind === 'bye') release(line)
    },
  }
}
