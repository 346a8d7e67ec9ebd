import { describe, expect, it } from 'vitest'
import { fleetFaultText } from './fleetFaultText.ts'
import { readFleetDocument } from './fleetDocument.ts'

const text = (lines: readonly string[]): string => lines.join('\n')

const rows = [
  { name: 'a good file', content: '{"services":[{"name":"a","url":"http://h"}]}', expected: null },
  {
    name: 'a byte order mark',
    content: '\u{FEFF}{"services":[{"name":"a","url":"http://h"}]}',
    expected: null,
  },
  { name: 'an empty file', content: ' \n', expected: 'f.json is empty.' },
  {
    name: 'a comma too many, with its line',
    content: '{\n  "services": [],\n}\n',
    expected: text([
      'f.json is not JSON: line 3, column 1. No comma may stand before a closing bracket.',
      '',
      '  }',
      '  ^',
    ]),
  },
  {
    name: 'a comment',
    content: '{\r\n  // mine\r\n}',
    expected: text([
      'f.json is not JSON: line 2, column 3. JSON has no comments.',
      '',
      '    // mine',
      '    ^',
    ]),
  },
  {
    name: 'two faults, aligned',
    content: '{"services":[{"name":"a","ulr":"http://h"}]}',
    expected: text([
      'f.json has 2 faults:',
      '',
      '  services[0].ulr',
      '    found     http://h',
      '    expected  one of name, url, pods, team, tier, labels, dependsOn, links, kubernetes, credentials, endpoints, bounds, workers, signals, thresholds, tickets',
      '    repair    Did you mean "url"?',
      '',
      '  services[0].url',
      '    found     nothing',
      '    expected  a url, or a list of pods that is not empty',
      '    repair    Add "url": "http://10.0.0.7:8080".',
    ]),
  },
  {
    name: 'a port that cannot be',
    content: '{"services":[{"name":"a","url":"http://h:70000"}]}',
    expected: text([
      'f.json has one fault:',
      '',
      '  services[0] a, pod 1 a',
      '    found     http://h:70000',
      '    expected  a URL whose host and port can exist',
      '    repair    Check the host name and the port (1 to 65535).',
    ]),
  },
  {
    name: 'a pod without an address to forward to',
    content: '{"services":[{"name":"a","pods":["http://h","b/"]}]}',
    expected: text([
      'f.json has one fault:',
      '',
      '  services[0] a, pod 2 a-2',
      '    found     b/',
      '    expected  a whole http(s) URL: the gateway has to know where to forward to',
      '    repair    Write for example "http://10.0.0.7:8080".',
    ]),
  },
]

describe('fleetFaultText', () => {
  it.each(rows)('$name', ({ content, expected }) => {
    expect(fleetFaultText('f.json', readFleetDocument(content, null))).toBe(expected)
  })

  it('shows fifty of thousands', () => {
    const services = Array.from({ length: 1000 }, () => ({ name: '' }))
    const words = fleetFaultText('f.json', readFleetDocument(JSON.stringify({ services }), null))
    expect(words?.match(/repair/g)).toHaveLength(50)
    expect(words).toMatch(/… and \d+ more\.$/)
  })

  it('takes relative pods of a fleet file on the web', () => {
    const content = '{"services":[{"name":"a","url":"pods/a"}]}'
    const document = readFleetDocument(content, new URL('http://h:1/x/fleet.json'))
    expect(document.kind === 'good' && document.pods.get('a')?.get('a')?.base.href).toBe(
      'http://h:1/x/pods/a/',
    )
  })
})
