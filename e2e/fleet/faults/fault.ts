import type { ServerResponse } from 'node:http'
import type { Answer } from '#e2e/fleet/dialects/answer.ts'
import type { RequestKind } from '#e2e/fleet/dialects/dialect.ts'
import type { Check } from '#e2e/fleet/pod/checks.ts'
import type { Pod } from '#e2e/fleet/pod/pod.ts'

/** One request to a pod, as a fault gets hold of it. */
export type Exchange = {
  readonly pod: Pod
  readonly kind: RequestKind
  readonly response: ServerResponse
  /** Answers as the pod would without the fault, or with checks that are changed first. */
  readonly answer: (change?: (checks: readonly Check[]) => readonly Check[]) => void
  /** Sends another answer, with the pod's CORS headers. */
  readonly send: (answer: Answer) => void
  /** Writes only the head of an answer, with the pod's CORS headers; its body is the fault's affair. */
  readonly begin: (status: number, type: string, length?: number) => void
  /** Leaves the request open; it is cut when the fault ends. */
  readonly hold: () => void
  /** The metrics page as it is now, and its content type. */
  readonly metricsPage: () => Promise<string>
  readonly metricsType: string
}

/** Something that is the matter with a pod. */
export type Fault = {
  /** What a person will see, in one sentence. */
  readonly says: string
  /**
   * What becomes of the pod's process: `killed` stays down, `restarted` is started anew with the fault in force,
   * `restarting` exits and starts again and again. Left out: it goes on running.
   */
  readonly process?: 'killed' | 'restarted' | 'restarting'
  /** Only for pods whose formats can show it: a health word between up and down, or memory off the heap. */
  readonly needs?: 'degraded-word' | 'resident-memory'
  /** False: answers carry no CORS headers. */
  readonly cors?: false
  /** Takes a request over; false leaves it to the pod. */
  readonly take?: (exchange: Exchange) => boolean
  /** Brings the fault about inside the pod. It is in force when this is done. */
  readonly apply?: (pod: Pod) => void | Promise<void>
  /** Undoes `apply`. */
  readonly heal?: (pod: Pod) => void | Promise<void>
}
