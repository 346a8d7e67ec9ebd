import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readExpvar } from '#src/domain/exposition/readExpvar.ts'
import { readNatsVarz } from '#src/domain/exposition/readNatsVarz.ts'
import { readSignals } from './readSignals.ts'
import { scrapeOf } from './testing/scrapeOf.ts'
import { wordsOf } from './testing/wordsOf.ts'

const SAMPLES = new URL('../../../e2e/fixtures/samples/', import.meta.url)

const read = (file: string): string => readFileSync(new URL(file, SAMPLES), 'utf8')

describe('JSON pages of real services', () => {
  it("go-app's expvar page: what the runtime holds, and its queue", () => {
    const page = readExpvar(read('go-app/debug_vars.json'))
    const exposition = page.ok ? page.value : scrapeOf('').exposition
    expect(wordsOf(readSignals(null, { at: 1795249978026, took: 1, exposition }))).toEqual({
      memory: '14154800',
      heap: '3825660',
      queueDepth: '4',
    })
  })

  it("nats-server's varz", () => {
    const page = readNatsVarz(read('nats-server/varz.json'))
    const exposition = page.ok ? page.value : scrapeOf('').exposition
    const readings = readSignals(null, { at: 1795249977845, took: 1, exposition })
    expect(wordsOf(readings)).toEqual({
      memory: '16326700',
      cpu: '0 of 2',
      disk: '1215 of 64000000',
      poolInUse: '0 of 65536',
      uptime: '835.031',
    })
    expect(readings.startedAt).toBeCloseTo(1795249142814, -1)
  })
})
