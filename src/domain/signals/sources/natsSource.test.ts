import { describe, expect, it } from 'vitest'
import { readNatsVarz } from '#src/domain/exposition/readNatsVarz.ts'
import { readSignals } from '#src/domain/signals/readSignals.ts'
import type { Scrape } from '#src/domain/signals/signalReading.ts'
import { scrapeOf } from '#src/domain/signals/testing/scrapeOf.ts'
import { NOW, wordsOf } from '#src/domain/signals/testing/wordsOf.ts'
import { seconds } from '#src/domain/time/units.ts'

const VARZ = {
  server_id: 'NC2S',
  version: '2.10.7',
  start: '2027-01-15T07:58:00Z',
  uptime: '2m0s',
  mem: 16_000_000,
  cpu: 150,
  cores: 8,
  gomaxprocs: 4,
  connections: 60,
  max_connections: 100,
  in_msgs: 1000,
}

const scrape = (varz: object, at: number): Scrape => {
  const page = readNatsVarz(JSON.stringify(varz))
  const empty = scrapeOf('', at)
  return page.ok ? { ...empty, exposition: page.value } : empty
}

const rows = [
  {
    name: 'a server',
    before: { ...VARZ, in_msgs: 700 },
    now: VARZ,
    expected: {
      memory: '16000000',
      cpu: '1.5 of 4',
      requestRate: '30',
      poolInUse: '60 of 100',
      uptime: '120',
    },
  },
  {
    name: 'JetStream: what it stores against what it may',
    before: null,
    now: { ...VARZ, jetstream: { config: { max_storage: 64e6 }, stats: { storage: 16e6 } } },
    expected: {
      memory: '16000000',
      cpu: '1.5 of 4',
      disk: '16000000 of 64000000',
      poolInUse: '60 of 100',
      uptime: '120',
    },
  },
  {
    name: 'restarted: its messages begin anew, and so does its uptime',
    before: { ...VARZ, in_msgs: 900, start: '2027-01-14T00:00:00Z' },
    now: { ...VARZ, in_msgs: 1200, cpu: 0, start: '2027-01-15T07:59:55Z' },
    expected: {
      memory: '16000000',
      cpu: '0 of 4',
      requestRate: '120',
      poolInUse: '60 of 100',
      uptime: '5',
    },
  },
  {
    name: 'no start told: by its uptime',
    before: null,
    now: { ...VARZ, start: '' },
    expected: { memory: '16000000', cpu: '1.5 of 4', poolInUse: '60 of 100', uptime: '120' },
  },
]

describe('NATS', () => {
  for (const { name, before, now, expected } of rows) {
    it(name, () => {
      const earlier = before === null ? null : scrape(before, NOW - seconds(10))
      expect(wordsOf(readSignals(earlier, scrape(now, NOW)))).toEqual(expected)
    })
  }
})
