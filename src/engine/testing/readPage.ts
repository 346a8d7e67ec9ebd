import type { HttpHead } from '#src/engine/ports.ts'
import type { PageReader } from '#src/engine/probe/pageReader.ts'

/** An answer as it comes over the line. */
export type Page = {
  readonly status?: number
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

/** Feeds a page to a reader in chunks of `size` bytes, as long as it wants more, and answers what it made of it. */
export function readPage<R>(
  reader: PageReader<R>,
  page: Page,
  size = 1024,
): { result: R; absent: boolean; taken: number } {
  const { status = 200, type, headers = {} } = page
  const bytes = typeof page.body === 'string' ? new TextEncoder().encode(page.body) : page.body
  let taken = 0
  while (taken < bytes.length) {
    const chunk = bytes.subarray(taken, taken + size)
    taken += chunk.length
    if (reader.sink.push(chunk) === 'enough') break
  }
  const head: HttpHead = {
    status,
    headers: type === undefined ? headers : { ...headers, 'content-type': type },
    url: 'http://pod.test/page',
    redirected: false,
  }
  const result = reader.read(head)
  return { result, absent: reader.isAbsent(head, result), taken }
}
