import type { DurationMs } from '#src/domain/time/units.ts'
import type { HttpRequest } from '#src/engine/ports.ts'

/** What a scripted server does with one request. */
export type Reply =
  | {
      readonly kind: 'answers'
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly chunks: Iterable<Uint8Array>
      /** Until the head, and from there from chunk to chunk. */
      readonly delay: DurationMs
      readonly gap: DurationMs
      /** Answers without CORS headers: a page of another origin learns only that something answered. */
      readonly readable: boolean
      /** Where a redirect led to; null where there was none. */
      readonly redirectedTo: string | null
      /** The connection breaks behind the last chunk. */
      readonly breaksOff: boolean
    }
  /** Takes the request and never says anything. */
  | { readonly kind: 'hangs' }
  /** Nobody is there, or the connection breaks. */
  | { readonly kind: 'fails'; readonly delay: DurationMs }

/** One reply for all, or made for each request; `nth` counts the requests to this URL from 0. */
export type Script = Reply | ((asked: { readonly request: HttpRequest; readonly nth: number }) => Reply)

type Answer = Extract<Reply, { kind: 'answers' }>
type Detail = Partial<Omit<Answer, 'kind' | 'chunks'>>

export const HANGS: Reply = { kind: 'hangs' }
export const REFUSES: Reply = { kind: 'fails', delay: 1 }

const encoder = new TextEncoder()

/** An answer with a body in the given chunks; 200 and at once unless `detail` says otherwise. */
export const streams = (chunks: Iterable<Uint8Array>, detail: Detail = {}): Reply => ({
  kind: 'answers',
  status: 200,
  headers: {},
  delay: 5,
  gap: 0,
  readable: true,
  redirectedTo: null,
  breaksOff: false,
  ...detail,
  chunks,
})

/** An answer with a text. */
export const says = (text: string, detail: Detail = {}): Reply => streams([encoder.encode(text)], detail)

/** An answer with a JSON body. */
export const saysJson = (value: unknown, detail: Detail = {}): Reply =>
  says(JSON.stringify(value), { headers: { 'content-type': 'application/json' }, ...detail })

/** An answer whose connection breaks after a part of it. */
export const breaksOff = (part: string): Reply => says(part, { breaksOff: true })

/** A health page that says it is well; `delay` in ms. */
export const healthy = (delay: DurationMs = 5): Reply => saysJson({ status: 'UP' }, { delay })
