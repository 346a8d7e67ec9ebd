import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatBytes } from './formatBytes.ts'
import { kibibytes, mebibytes } from '#src/domain/time/units.ts'

describe('formatBytes', () => {
  const rows = [
    { name: 'nothing', bytes: 0, expected: '0 B' },
    { name: 'bytes', bytes: 512, expected: '512 B' },
    { name: 'just under a KiB goes up rather than printing 1,024 B', bytes: 1023.6, expected: '1 KiB' },
    { name: 'KiB', bytes: kibibytes(1.5), expected: '1.5 KiB' },
    { name: 'MiB', bytes: mebibytes(160), expected: '160 MiB' },
    { name: 'just under a GiB', bytes: mebibytes(1023.9), expected: '1 GiB' },
    { name: 'GiB', bytes: mebibytes(4096), expected: '4 GiB' },
    { name: 'TiB', bytes: mebibytes(1024 * 1024 * 2.25), expected: '2.25 TiB' },
    { name: 'the largest unit takes the rest', bytes: 1024 ** 6 * 3, expected: '3,072 PiB' },
    { name: 'negative', bytes: mebibytes(-31), expected: '-31 MiB' },
  ]
  for (const { name, bytes, expected } of rows) {
    it(name, () => expect(formatBytes(bytes)).toBe(expected))
  }

  it('prints at most four digits before the point below a million TiB', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1024 ** 5, noNaN: true }), (bytes) => {
        expect(formatBytes(bytes)).toMatch(/^(\d{1,3}|1,0[01]\d|1,02[0-3])(\.\d{1,2})? (B|[KMGTP]iB)$/)
      }),
    )
  })
})
