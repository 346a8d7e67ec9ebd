import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Finding } from '#src/domain/diagnosis/finding.ts'
import { Diagnosis } from './Diagnosis.tsx'

/** 2024-11-21T08:00:00Z. */
const NOW = 1_732_176_000_000

const FINDINGS: readonly Finding[] = [
  {
    step: 'deploy',
    answer: 'yes',
    blame: 'change',
    suspect: { version: '4.2.0', at: NOW - 3_600_000 },
    before: '4.1.0',
    newest: null,
    began: NOW,
    seenSince: null,
    command: { kind: 'rollback', target: { namespace: 'shop', kind: 'deployment', name: 'orders' } },
  },
  { step: 'resource', answer: 'no', found: null, signals: 12, command: null },
  {
    step: 'dependency',
    answer: 'unknown',
    root: null,
    red: [],
    check: null,
    needed: [],
    unwatched: [],
    command: null,
  },
]

const ROLLBACK = 'kubectl -n shop rollout undo deployment/orders'

function giveClipboard(clipboard: unknown): void {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard })
}

afterEach(cleanup)
afterEach(() => giveClipboard(undefined))

const draw = (findings = FINDINGS) =>
  render(<Diagnosis findings={findings} now={NOW} timeZone="Europe/Paris" />)

describe('a diagnosis', () => {
  it('is not there without findings', () => {
    expect(draw([]).container.innerHTML).toBe('')
  })

  it('has a line for each question, with its answer in a word and what it rests on', () => {
    draw()
    const lines = screen.getAllByRole('listitem').map((line) => line.textContent)
    expect(lines[0]).toContain('A deploy before it?yesdeploy 4.2.0')
    expect(lines[0]).toContain('1 h before it began; before it ran 4.1.0: suspect it')
    expect(lines[1]).toBe('A resource running out?nonone of the 12 signals that its metrics tell')
    expect(lines[2]).toContain('A dependency?not seen')
  })

  it('tells the answers apart by shape', () => {
    draw()
    const circles = screen.getAllByRole('listitem').map((line) => line.querySelector('circle'))
    const shapes = circles.map((circle) => [
      circle?.getAttribute('fill'),
      circle?.getAttribute('stroke-dasharray'),
    ])
    expect(shapes).toEqual([
      ['currentColor', null],
      ['none', null],
      ['none', '2.4 2.2'],
    ])
  })

  it('gives its command to be copied', async () => {
    const copied: string[] = []
    giveClipboard({ writeText: (text: string) => Promise.resolve(void copied.push(text)) })
    draw()
    const [first] = screen.getAllByRole('listitem')
    if (first === undefined) throw new Error('a line')
    expect(within(first).getByText(ROLLBACK).tagName).toBe('CODE')
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Copy' }))
    })
    expect(copied).toEqual([ROLLBACK])
    expect(screen.getByRole('status').textContent).toBe('The command is copied')
  })
})
