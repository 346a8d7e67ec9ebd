import { describe, expect, it } from 'vitest'
import { fails, health, healthOk, scrape } from '#src/domain/watch/testing/answers.ts'
import { REFUSED } from '#src/domain/watch/testing/podFacts.ts'
import type { Tapped } from '#src/engine/probe/tap.ts'
import { heardBook } from './heardBook.ts'
import { recordOf } from './recordOf.ts'

const tapped = (text: string, more: Partial<Tapped> = {}): Tapped => {
  const head = new TextEncoder().encode(text)
  return {
    url: 'http://orders-1.test/health',
    status: 200,
    contentType: 'application/json',
    bytes: head.byteLength,
    head: head.byteLength === 0 ? [] : [head],
    timing: null,
    ...more,
  }
}

const record = (book: ReturnType<typeof heardBook>, pod = 'orders-1') =>
  recordOf(book.of('orders', pod), null)

describe('heardBook and recordOf', () => {
  it('tells what was answered to the letter', () => {
    const book = heardBook()
    book.note(health('orders-1', 1000, 'down'), tapped('{"status":"DOWN"}', { status: 503 }))
    expect(record(book)?.heard).toEqual([
      {
        endpoint: 'health',
        url: 'http://orders-1.test/health',
        at: 1000,
        took: 20,
        status: 503,
        contentType: 'application/json',
        bytes: 17,
        timing: null,
        body: { text: '{"status":"DOWN"}', isCut: false },
      },
    ])
  })

  it('says that a body was cut, and takes what is no text for none', () => {
    const book = heardBook()
    book.note(healthOk('orders-1', 1000), tapped('', { bytes: 100, head: [Uint8Array.of(0x41, 0xff)] }))
    expect(record(book)?.heard[0]?.body).toEqual({ text: 'A\uFFFD', isCut: true })
  })

  it('has neither size nor body of what gave no answer', () => {
    const book = heardBook()
    book.note(fails('orders-1', 1000, REFUSED), tapped('', { status: null, contentType: null }))
    expect(record(book)?.heard[0]).toMatchObject({ status: null, bytes: null, body: null })
  })

  it('remembers the newest failure after it has answered again, and the newest good answer after it has failed', () => {
    const book = heardBook()
    book.note(healthOk('orders-1', 1000), tapped('ok'))
    book.note(fails('orders-1', 2000, REFUSED), null)
    expect(record(book)).toMatchObject({
      failures: [{ endpoint: 'health', at: 2000, failure: REFUSED }],
      lastGood: { at: 1000 },
    })
    book.note(healthOk('orders-1', 3000), tapped('ok'))
    expect(record(book)).toMatchObject({ failures: [{ at: 2000 }], lastGood: { at: 3000 } })
  })

  it('keeps the two newest metrics pages that are whole, whatever fails after them', () => {
    const book = heardBook()
    const pages = () => {
      const { now = null, before = null } = book.of('orders', 'orders-1')?.pages ?? {}
      return [now?.at, before?.at]
    }
    const page = (at: number, text: string, more: Partial<Tapped> = {}): void =>
      book.note(scrape('orders-1', at), tapped(text, more))
    const failure = fails('orders-1', 3000, REFUSED, 'metrics')
    page(1000, 'a 1')
    expect(pages()).toEqual([1000, undefined])
    page(2000, 'a 2')
    book.note(failure, tapped('', { status: null }))
    book.note(failure, tapped('an error page', { status: 500 }))
    book.note(failure, tapped('<html>sign in</html>'))
    page(3500, 'an error page', { status: 500 })
    expect(pages()).toEqual([2000, 1000])
    page(4000, 'a 4')
    expect(pages()).toEqual([4000, 2000])
    // Nobody looks at it any more.
    page(5000, '')
    expect(pages()).toEqual([undefined, undefined])
    page(6000, 'a 6')
    expect(pages()).toEqual([6000, undefined])
  })

  it('forgets pods that are not kept, and knows nothing of others', () => {
    const book = heardBook()
    book.note(healthOk('orders-1', 1000), tapped('ok'))
    book.keep((service, pod) => service === 'orders' && pod === 'orders-1')
    expect(record(book)).not.toBeNull()
    book.keep(() => false)
    expect(record(book)).toBeNull()
  })
})
