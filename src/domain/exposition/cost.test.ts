import { describe, expect, it } from 'vitest'
import { readExposition } from './expositionReader.ts'
import { LineBuffer } from './lineBuffer.ts'
import { PageWalk } from './pageWalk.ts'
import { bytesOf } from './testing/pages.ts'
import { everyFamily, wantedFamilies } from './wanted.ts'

const lineOf = (index: number): string =>
  `http_requests_total{method="GET",route="/orders/${index % 97}",status="200"} ${index}\n`

const pageOf = (lines: number): Uint8Array =>
  bytesOf(
    `# TYPE http_requests_total counter\n${Array.from({ length: lines }, (_, index) => lineOf(index)).join('')}`,
  )

describe('lines of families nobody asked for', () => {
  it('are passed over without allocating', () => {
    const lines = 100_000
    const page = pageOf(lines)
    const wanted = wantedFamilies({ exact: ['up'], suffixes: ['_build_info'] })
    const allocatedBy = (): number => {
      const before = process.memoryUsage().heapUsed
      readExposition(page, { wanted })
      return process.memoryUsage().heapUsed - before
    }
    // The engine's own tables grow while code is new; a collection in between only ever lowers a figure.
    const figures = Array.from({ length: 8 }, allocatedBy).slice(2)
    // The smallest object takes 16 bytes.
    expect(Math.min(...figures.map(Math.abs))).toBeLessThan(lines * 4)
  })
})

describe('between chunks', () => {
  for (const size of [1, 100, 1000, 100_000]) {
    it(`of ${size} bytes no more than one line is held`, () => {
      const page = pageOf(2000)
      const walk = new PageWalk(
        everyFamily(),
        { sample: () => {}, type: () => {}, text: null },
        { seriesCap: Infinity, timestamps: 'guess' },
      )
      const buffer = new LineBuffer(walk)
      let most = 0
      for (let from = 0; from < page.length; from += size) {
        buffer.push(page.subarray(from, from + size))
        most = Math.max(most, Math.min(from + size, page.length) - buffer.walked)
      }
      expect(most).toBeLessThan(lineOf(99_999).length)
      expect(walk.tally.series).toBe(2000)
    })
  }

  it('nothing of a chunk is kept that its owner may write over', () => {
    const page = pageOf(300)
    const chunk = new Uint8Array(1000)
    const names: string[] = []
    const sink = { sample: (name: string) => names.push(name), type: () => {}, text: null }
    const buffer = new LineBuffer(
      new PageWalk(everyFamily(), sink, { seriesCap: Infinity, timestamps: 'guess' }),
    )
    for (let from = 0; from < page.length; from += chunk.length) {
      const part = page.subarray(from, from + chunk.length)
      chunk.set(part)
      buffer.push(chunk.subarray(0, part.length))
      chunk.fill(0)
    }
    buffer.end()
    expect(new Set(names)).toEqual(new Set(['http_requests_total']))
    expect(names).toHaveLength(300)
  })
})
