import type { DurationMs } from '#src/domain/time/units.ts'
import type { Ports } from '#src/engine/ports.ts'
import type { ToPage, ToWorker } from '#src/engine/protocol.ts'
import { hub, type Line } from './hub.ts'

/** A leader says that it lives this often. A frozen tab keeps its lock, so silence is the only sign. */
const HEARTBEAT: DurationMs = 1000
const SILENCE: DurationMs = 3000

/** What tabs tell each other. `from` and `to` name tabs. */
type Word =
  | { readonly kind: 'beat'; readonly from: string }
  | { readonly kind: 'ask'; readonly from: string; readonly message: ToWorker }
  | { readonly kind: 'tell'; readonly to: string; readonly message: ToPage }

/**
 * For browsers without SharedWorker: of all tabs' workers the one that holds a Web Lock polls, the others pass
 * on what it says. When it falls silent (frozen, hung, gone) the lock is stolen. Without Web Locks (a plain http
 * host that is not this machine) every tab polls for itself.
 */
export function leadOrFollow(ports: Ports, page: Line): { receive(message: ToWorker): void } {
  const lead = hub(ports)
  if (!('locks' in navigator)) return { receive: (message) => lead.receive(page, message) }

  const me = crypto.randomUUID()
  let hello: Extract<ToWorker, { kind: 'hello' }> | null = null
  let leading = false
  let leader: string | null = null
  let lastBeat = ports.monotonic()
  let channel: BroadcastChannel | null = null
  const say = (word: Word): void => channel?.postMessage(word)
  const remote = new Map<string, Line>()

  const lineTo = (tab: string): Line => {
    const line = remote.get(tab) ?? { send: (message: ToPage) => say({ kind: 'tell', to: tab, message }) }
    remote.set(tab, line)
    return line
  }

  const hearBeat = (from: string): void => {
    lastBeat = ports.monotonic()
    if (from === leader || hello === null) return
    leader = from
    say({ kind: 'ask', from: me, message: hello })
  }

  const hear = ({ data: word }: MessageEvent<Word>): void => {
    if (word.kind === 'beat' && !leading) hearBeat(word.from)
    if (word.kind === 'ask' && leading) lead.receive(lineTo(word.from), word.message)
    if (word.kind === 'tell' && !leading && word.to === me) page.send(word.message)
  }

  const becomeLeader = (): Promise<never> => {
    leading = true
    if (hello !== null) lead.receive(page, hello)
    // The lock is held for as long as this promise is pending: until the worker ends or the lock is stolen.
    return new Promise(() => undefined)
  }

  const claim = (name: string, steal: boolean): void => {
    navigator.locks.request(name, { steal }, becomeLeader).catch(() => {
      // Stolen: this worker was silent for too long. The thief polls now.
      leading = false
      lead.stop()
      claim(name, false)
    })
  }

  const begin = (first: Extract<ToWorker, { kind: 'hello' }>): void => {
    const name = `morning-check ${first.fleetUrl}`
    hello = first
    channel = new BroadcastChannel(name)
    channel.addEventListener('message', hear)
    claim(name, false)
    ports.every(HEARTBEAT, () => {
      if (leading) say({ kind: 'beat', from: me })
      else if (ports.monotonic() - lastBeat > SILENCE) {
        lastBeat = ports.monotonic()
        claim(name, true)
      }
    })
  }

  return {
    receive(message) {
      if (message.kind === 'hello' && hello === null) begin(message)
      if (leading) lead.receive(page, message)
      else say({ kind: 'ask', from: me, message })
    },
  }
}
