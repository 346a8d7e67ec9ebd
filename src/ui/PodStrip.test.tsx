import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { PodStrip } from './PodStrip.tsx'

afterEach(cleanup)

const pods = [
  { name: 'orders-1', light: 'green' },
  { name: 'orders-2', light: 'red' },
  { name: 'orders-3', light: 'green' },
] as const

function show(atMost = 36): { picked: string[]; strip: HTMLElement; container: HTMLElement } {
  const picked: string[] = []
  const { container } = render(
    <PodStrip pods={pods} label="3 pods: 1 ACT, 2 OK" atMost={atMost} onPick={(pod) => picked.push(pod)} />,
  )
  return { picked, container, strip: screen.getByRole('button') }
}

describe('PodStrip', () => {
  it('says what there is, and the worst pod first', () => {
    const { strip } = show()
    expect(strip.getAttribute('aria-label')).toBe('3 pods: 1 ACT, 2 OK; orders-2: ACT')
  })

  it('goes from pod to pod with the arrows and picks one with Enter', () => {
    const { strip, picked } = show()
    fireEvent.keyDown(strip, { key: 'ArrowRight' })
    expect(strip.getAttribute('aria-label')).toContain('orders-1: OK')
    fireEvent.click(strip, { detail: 0 })
    expect(picked).toEqual(['orders-1'])
  })

  it('stops at both ends', () => {
    const { strip } = show()
    fireEvent.keyDown(strip, { key: 'ArrowLeft' })
    expect(strip.getAttribute('aria-label')).toContain('orders-2')
    for (let i = 0; i < 9; i++) fireEvent.keyDown(strip, { key: 'ArrowRight' })
    expect(strip.getAttribute('aria-label')).toContain('orders-3')
  })

  it('picks the pod under the pointer', () => {
    const { container, picked } = show()
    const light = container.querySelector('[data-name="orders-3"] svg')
    if (light !== null) fireEvent.click(light, { detail: 1 })
    expect(picked).toEqual(['orders-3'])
  })

  it('counts what it has no room for, the well ones first', () => {
    const { container } = show(1)
    expect(container.querySelectorAll('[data-name]')).toHaveLength(1)
    expect(container.querySelector('[data-name="orders-2"]')).not.toBeNull()
    expect(container.textContent).toContain('+2')
  })
})
