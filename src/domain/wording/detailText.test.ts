import { expect, it } from 'vitest'
import { detailText } from './detailText.ts'

for (const { check, key, value, expected } of [
  { check: 'diskSpace', key: 'total', value: '270553174016', expected: '252 GiB' },
  { check: 'diskSpace', key: 'free', value: '104857600', expected: '100 MiB' },
  { check: 'diskSpace', key: 'path', value: '/app/.', expected: '/app/.' },
  { check: 'diskSpace', key: 'exists', value: 'true', expected: 'true' },
  { check: 'diskSpace', key: 'threshold', value: '512', expected: '512' },
  { check: 'memory_heap', key: 'usage.used', value: '52428800', expected: '50 MiB' },
  { check: 'queue', key: 'total', value: '270553', expected: '270553' },
  { check: 'queue', key: 'bytes_total', value: '1048576', expected: '1 MiB' },
  { check: 'queue', key: 'freeBytes', value: '1048576', expected: '1 MiB' },
  { check: 'queue', key: 'megabytes', value: '1048576', expected: '1048576' },
  { check: 'db', key: 'version', value: '140005', expected: '140005' },
  { check: 'diskSpace', key: 'total', value: '9'.repeat(40), expected: '9'.repeat(40) },
]) {
  it(`${check}: ${key} ${value.slice(0, 15)}`, () => expect(detailText(check, key, value)).toBe(expected))
}
