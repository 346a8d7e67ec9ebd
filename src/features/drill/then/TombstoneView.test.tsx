import { screen as dom } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { hours, minutes } from '#src/domain/time/units.ts'
import type { Tombstone } from '#src/domain/tombstone/tombstone.ts'
import { englishThen } from '#src/domain/wording/englishThen.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { NOW } from '#src/state/testing/sampleRow.ts'
import { testScreen } from '#src/state/testing/testScreen.ts'
import { TombstoneView } from './TombstoneView.tsx'

const words = englishThen.tombstone

const stone: Tombstone = {
  service: 'orders',
  pod: 'orders-2',
  url: 'http://orders-2.test',
  why: 'silent',
  lastSeen: NOW - hours(2),
  missedAt: NOW - hours(2) + minutes(1),
  version: {
    version: '1.2.3',
    commit: null,
    builtAt: null,
    runtime: 'go1.22',
    startedAt: null,
    from: 'test',
  },
  startedAt: NOW - hours(30),
  health: {
    state: 'down',
    format: 'status-word',
    why: 'db is down',
    checks: [
      {
        name: 'db',
        state: 'down',
        message: 'refused',
        details: [['host', 'db1']],
        parts: [{ name: 'us1', state: 'ok', message: null, details: [], parts: [] }],
      },
    ],
    version: null,
    logs: [{ at: NOW - hours(2), level: 'error', message: 'cannot connect', fields: [['op', 'pay']] }],
    metrics: [],
  },
  signals: [{ signal: 'memory', value: 1024 ** 3, bound: 2 * 1024 ** 3, from: 'm', of: null }],
}

const draw = (own: Partial<Tombstone> = {}): string => {
  renderWith(testScreen(), <TombstoneView tombstone={{ ...stone, ...own }} />)
  return dom.getByRole('region', { name: words.region(own.pod ?? stone.pod) }).textContent
}

describe('what is kept of a pod that is gone', () => {
  it('says when it was last seen, why it is missed, and what it said last', () => {
    const said = draw()
    for (const part of [
      words.silent('orders-2'),
      words.meaning,
      '07:00, 2 h ago',
      '1.2.3',
      'go1.22',
      '1 GiB of 2 GiB',
      'us1',
      'refused',
      'host db1',
      'cannot connect',
      'op=pay',
      words.said.down,
    ])
      expect(said).toContain(part)
    // None of it is of now: no light but grey.
    expect(document.querySelectorAll('svg[data-light]:not([data-light="unknown"])')).toHaveLength(0)
  })

  it('says what is not known', () => {
    const said = draw({
      why: 'removed',
      lastSeen: null,
      health: null,
      signals: [],
      version: null,
      startedAt: null,
    })
    for (const part of [words.removed('orders-2'), words.never, words.noChecks, words.noReadings])
      expect(said).toContain(part)
    expect(said).not.toContain(words.logs)
  })

  it('takes what a pod said for text', () => {
    const evil = '<img src=x onerror=alert(1)>'
    draw({
      pod: evil,
      url: 'javascript:alert(1)',
      health:
        stone.health === null
          ? null
          : {
              ...stone.health,
              why: evil,
              logs: [{ at: null, level: evil, message: evil, fields: [[evil, evil]] }],
            },
    })
    expect(document.querySelector('img')).toBeNull()
    expect(document.querySelector('a')).toBeNull()
    expect(document.body.textContent).toContain('javascript:alert(1)')
  })
})
