import { act, renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { sampleRow, sampleStrip } from './testing/sampleRow.ts'
import { testScreen } from './testing/testScreen.ts'
import { useZoned } from './useZoned.ts'

describe('useZoned', () => {
  it('follows the choice, and the fleet where that was chosen', () => {
    const page = testScreen()
    const { result } = renderHook(() => useZoned(page))
    expect(result.current.timeZone).toBe('Europe/Paris')
    act(() => page.preferences.setState({ zone: 'utc' }))
    expect(result.current.timeZone).toBe('UTC')
    act(() => page.preferences.setState({ zone: 'fleet' }))
    expect(result.current.timeZone).toBe('Europe/Paris')
    const rows = [sampleRow('orders')]
    const strip = sampleStrip(rows, { timeZone: 'Asia/Tokyo' })
    act(() => page.say({ kind: 'digest', full: true, rows, gone: [], strip }))
    expect(result.current.timeZone).toBe('Asia/Tokyo')
  })

  it('is the same screen while its zone is', () => {
    const page = testScreen()
    const { result } = renderHook(() => useZoned(page))
    const before = result.current
    act(() => page.preferences.setState({ theme: 'dark' }))
    act(() => page.show([sampleRow('orders')]))
    expect(result.current).toBe(before)
  })
})
