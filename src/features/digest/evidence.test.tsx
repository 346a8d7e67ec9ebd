import { fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Reason } from '#src/domain/verdict/reason.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { NOW } from '#src/state/testing/sampleRow.ts'
import { testScreen } from '#src/state/testing/testScreen.ts'
import { Evidence } from './ReasonText.tsx'

const slow = (pods: number): Reason => ({
  kind: 'slow',
  light: 'orange',
  since: NOW,
  ofPods: pods,
  pods: Array.from({ length: pods }, (_, i) => ({
    pod: `orders-${i + 1}`,
    light: 'orange',
    since: NOW,
    took: 2000,
  })),
})

const told = (): number => screen.queryAllByText(/^orders-\d+$/).length

describe('what a reason rests on', () => {
  for (const pods of [1, 5, 6]) {
    it(`tells ${pods} of ${pods} pods at once`, () => {
      renderWith(testScreen(), <Evidence reason={slow(pods)} />)
      expect(told()).toBe(pods)
      expect(screen.queryByRole('button')).toBeNull()
    })
  }

  it('tells the worst five of twelve, and all of them when asked', () => {
    renderWith(testScreen(), <Evidence reason={slow(12)} />)
    expect(told()).toBe(5)
    fireEvent.click(screen.getByRole('button', { name: '7 more pods' }))
    expect(told()).toBe(12)
    expect(screen.queryByRole('button')).toBeNull()
  })
})
