import { describe, expect, it } from 'vitest'
import { formatSignal } from './formatSignal.ts'
import { texts } from './texts.ts'
import { SIGNALS, type Signal } from '#src/domain/signals/signal.ts'
import { days, mebibytes } from '#src/domain/time/units.ts'

const NOW = 1_732_176_000_000 // 2024-11-21T08:00:00Z

describe('formatSignal', () => {
  const rows: readonly { signal: Signal; value: number; expected: string }[] = [
    { signal: 'memory', value: mebibytes(146), expected: '146 MiB' },
    { signal: 'disk', value: mebibytes(40 * 1024), expected: '40 GiB' },
    { signal: 'cpu', value: 0.421, expected: '0.42 cores' },
    { signal: 'fds', value: 4096, expected: '4,096' },
    { signal: 'eventLoopLag', value: 0.0124, expected: '12.4 ms' },
    { signal: 'uptime', value: 7500, expected: '2 h 5 min' },
    { signal: 'requestRate', value: 84.2, expected: '84.2 /s' },
    { signal: 'errorRatio', value: 0.021, expected: '2.1 %' },
    { signal: 'certificateExpiry', value: (NOW + days(1)) / 1000, expected: 'tomorrow 08:00' },
  ]
  for (const { signal, value, expected } of rows) {
    it(`${signal} of ${value}`, () => expect(formatSignal(signal, value, NOW, 'UTC')).toBe(expected))
  }

  it('knows a name and a unit for every signal', () => {
    for (const signal of SIGNALS) {
      expect(texts.signal[signal]).not.toBe('')
      expect(formatSignal(signal, 1, NOW, 'UTC')).not.toBe('')
    }
  })
})
