import { describe, expect, it } from 'vitest'
import { oneTarget } from '#src/engine/testing/fleetOf.ts'
import { type Page, readPage } from '#src/engine/testing/readPage.ts'
import { versionPage } from './probeVersion.ts'

type Row = {
  readonly name: string
  readonly page: Page
  /** The version, or the kind of the failure. */
  readonly expected: string
  readonly absent?: boolean
}

const rows: readonly Row[] = [
  { name: 'the usual JSON', page: { body: '{"version":"1.4.2","commit":"9f2c1ab"}' }, expected: '1.4.2' },
  {
    name: 'actuator info',
    page: { body: '{"build":{"version":"2.0.1","name":"orders"}}' },
    expected: '2.0.1',
  },
  { name: 'plain text', page: { type: 'text/plain', body: 'v3.1.0\n' }, expected: 'v3.1.0' },
  { name: 'a header alone', page: { headers: { 'x-app-version': '5.0.0' }, body: '{}' }, expected: '5.0.0' },
  { name: 'not there', page: { status: 404, body: '' }, expected: 'http-status', absent: true },
  { name: 'an error', page: { status: 500, body: 'v1.2.3' }, expected: 'http-status', absent: true },
  {
    name: 'the page of a web app',
    page: { type: 'text/html', body: '<!doctype html><title>x</title>' },
    expected: 'malformed',
    absent: true,
  },
  {
    name: 'JSON of something else',
    page: { body: '{"hello":"world"}' },
    expected: 'malformed',
    absent: true,
  },
  { name: 'nothing', page: { body: '' }, expected: 'malformed', absent: true },
]

describe('versionPage', () => {
  for (const { name, page, expected, absent = false } of rows) {
    it(name, () => {
      const read = readPage(versionPage(oneTarget('version')), page, 5)
      expect(read.result.ok ? read.result.value.version : read.result.error.kind).toBe(expected)
      expect(read.absent).toBe(absent)
    })
  }

  it('is too large beyond its cap', () => {
    const target = oneTarget('version', { caps: { health: '1KiB' } })
    const { result } = readPage(versionPage(target), { body: `{"version":"1","x":"${'x'.repeat(2000)}"}` })
    expect(result).toEqual({ ok: false, error: { kind: 'too-large', cap: 1024 } })
  })
})
