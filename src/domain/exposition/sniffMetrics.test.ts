import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { declaredFormat } from './declaredFormat.ts'
import { sniffMetrics } from './sniffMetrics.ts'
import { bytesOf } from './testing/pages.ts'

const ROWS = [
  { text: '', expected: 'empty' },
  { text: ' \r\n\t', expected: 'empty' },
  { text: '\uFEFF\n', expected: 'empty' },
  { text: 'up 1\n', expected: 'text' },
  { text: '# HELP', expected: 'text' },
  { text: '\uFEFF# HELP', expected: 'text' },
  { text: '{"my.metric"} 1\n', expected: 'text' },
  { text: '{"my.metric",a="b"} 1\n', expected: 'text' },
  { text: '{a="b"} 1\n', expected: 'text' },
  { text: '{"cmdline":["x"]}', expected: 'json' },
  { text: '{\n  "server_id" : "N"', expected: 'json' },
  { text: '{"a\\"b": 1}', expected: 'json' },
  { text: '{}', expected: 'json' },
  { text: '{', expected: 'json' },
  { text: '{"cmd', expected: 'json' },
  { text: '[1]', expected: 'json' },
  { text: '\uFEFF {"a":1}', expected: 'json' },
  { text: '<!DOCTYPE html>', expected: 'html' },
  { text: '\n <html>', expected: 'html' },
  { text: '<?xml version="1.0"?>', expected: 'html' },
  { text: '<up> 1', expected: 'text' },
  { text: 'Not Found', expected: 'text' },
]

describe('sniffMetrics', () => {
  for (const { text, expected } of ROWS) {
    it(`${JSON.stringify(text)} is ${expected}`, () => expect(sniffMetrics(bytesOf(text))).toBe(expected))
  }

  it('tells the captures apart', () => {
    const samples = new URL('../../../e2e/fixtures/samples/', import.meta.url)
    const sniff = (service: string, file: string) =>
      sniffMetrics(new Uint8Array(readFileSync(new URL(`${service}/${file}`, samples))).subarray(0, 64))
    expect(sniff('go-app', 'debug_vars.json')).toBe('json')
    expect(sniff('nats-server', 'varz.json')).toBe('json')
    expect(sniff('haproxy', 'stats.html')).toBe('html')
    for (const service of readdirSync(samples)) {
      const pages = readdirSync(new URL(`${service}/`, samples)).filter((file) =>
        /^metrics.*\.txt$/.test(file),
      )
      for (const file of pages) expect(sniff(service, file)).toBe('text')
    }
  })
})

describe('declaredFormat', () => {
  const TYPES = [
    { contentType: null, expected: null },
    { contentType: '', expected: null },
    { contentType: 'text/plain', expected: null },
    { contentType: 'text/plain; charset=utf-8', expected: null },
    { contentType: 'text/plain; version=0.0.4', expected: 'prometheus-text' },
    { contentType: 'text/plain;version=0.0.4;charset=utf-8', expected: 'prometheus-text' },
    { contentType: 'Text/Plain; charset=utf-8; version="0.0.4"', expected: 'prometheus-text' },
    { contentType: 'text/plain; version=0.0.40', expected: null },
    { contentType: 'application/openmetrics-text; version=1.0.0; charset=utf-8', expected: 'openmetrics' },
    { contentType: 'application/openmetrics-text', expected: 'openmetrics' },
    { contentType: 'application/json', expected: null },
  ]
  for (const { contentType, expected } of TYPES) {
    it(`${contentType} declares ${expected}`, () => expect(declaredFormat(contentType)).toBe(expected))
  }
})
