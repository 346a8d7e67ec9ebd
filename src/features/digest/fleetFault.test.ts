import { describe, expect, it } from 'vitest'
import type { FileState } from '#src/state/watchStore.ts'
import { faultWords, isFault } from './fleetFault.ts'

const NOW = 1_732_176_000_000

const unreachable = (detail: string) =>
  ({
    kind: 'unreachable',
    url: 'http://127.0.0.1:8080/fleet.json',
    detail,
    since: NOW,
    lastGoodInUse: false,
  }) as const

describe('faultWords', () => {
  const rows = [
    {
      name: 'nobody answers: start the gateway',
      fault: unreachable('Failed to fetch'),
      title: 'The gateway at http://127.0.0.1:8080 does not answer',
      command: 'npm start',
    },
    {
      name: 'the server answers, the file is not there',
      fault: unreachable('HTTP 404'),
      title: 'The fleet file http://127.0.0.1:8080/fleet.json cannot be read: HTTP 404',
      command: '?fleet=<address>',
    },
    {
      name: 'faults are counted',
      fault: {
        kind: 'invalid',
        url: 'http://127.0.0.1:8080/fleet.json',
        issues: [{ path: '', found: 'x', expected: 'y', repair: 'z' }],
        since: NOW,
        lastGoodInUse: false,
      } as const,
      title: 'The fleet file has 1 fault',
      command: null,
    },
  ]
  for (const { name, fault, title, command } of rows) {
    it(name, () => {
      const words = faultWords(fault, NOW, 'Europe/Paris')
      expect(words).toMatchObject({ title, command, since: 'since 09:00' })
      expect(words.fix).not.toBe('')
    })
  }
})

describe('isFault', () => {
  const states: readonly (FileState | null)[] = [
    null,
    { kind: 'loading', url: 'u' },
    { kind: 'good', url: 'u', readAt: NOW },
  ]
  for (const state of states) {
    it(`not ${state?.kind ?? 'nothing'}`, () => expect(isFault(state)).toBe(false))
  }
})
