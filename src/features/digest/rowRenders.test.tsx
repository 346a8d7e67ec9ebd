import { act, screen } from '@testing-library/react'
import { Profiler, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { sampleRow, sampleStrip, silentPod } from '#src/state/testing/sampleRow.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { testScreen } from '#src/state/testing/testScreen.ts'
import { TroubleRow } from './TroubleRow.tsx'
import { WellRow } from './WellRow.tsx'

const NAMES = ['a', 'b', 'c', 'd', 'e']

/** Counts how often each of the named rows is drawn. */
function counting(): { counts: Map<string, number>; count: (name: string, row: ReactNode) => ReactNode } {
  const counts = new Map<string, number>()
  const onRender = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1)
  return {
    counts,
    count: (name, row) => (
      <Profiler key={name} id={name} onRender={onRender}>
        {row}
      </Profiler>
    ),
  }
}

const kinds = [
  { kind: 'a row in trouble', light: 'red', row: (name: string) => <TroubleRow name={name} open={false} /> },
  { kind: 'a well row', light: 'green', row: (name: string) => <WellRow name={name} open={false} /> },
] as const

for (const { kind, light, row } of kinds) {
  describe(kind, () => {
    it('is drawn again when its own row object changed, and only then', () => {
      const page = testScreen()
      page.show(NAMES.map((name) => sampleRow(name, light)))
      const { counts, count } = counting()
      renderWith(
        page,
        NAMES.map((name) => count(name, row(name))),
      )
      const changed = sampleRow('c', light, { version: '2.0.0', reasons: [silentPod('c-1')] })
      const strip = sampleStrip([changed])
      act(() => page.say({ kind: 'digest', full: false, rows: [changed], gone: [], strip }))
      expect(Object.fromEntries(counts)).toEqual({ a: 1, b: 1, c: 2, d: 1, e: 1 })
      expect(screen.getByText('2.0.0')).toBeTruthy()
    })

    it('is not drawn again while time passes without changing what it says', () => {
      const page = testScreen()
      page.show([sampleRow('a', light)])
      const { counts, count } = counting()
      renderWith(page, count('a', row('a')))
      act(() => page.wait(1000))
      act(() => page.wait(1000))
      expect(counts.get('a')).toBe(1)
      act(() => page.wait(9000))
      expect(counts.get('a')).toBe(2)
    })
  })
}
