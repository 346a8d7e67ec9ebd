import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { WORST_FIRST } from '#src/domain/verdict/light.ts'
import { favicon } from './favicon.ts'
import { LIGHT_SHAPE } from '#src/domain/chart/lightShape.ts'
import { StatusLight } from './StatusLight.tsx'

afterEach(cleanup)

describe('StatusLight', () => {
  const rows = [
    { light: 'green', name: 'OK' },
    { light: 'orange', name: 'WATCH' },
    { light: 'red', name: 'ACT' },
    { light: 'unknown', name: 'CANNOT SEE' },
  ] as const
  for (const { light, name } of rows) {
    it(`${light} is named ${name}`, () => {
      render(<StatusLight light={light} />)
      expect(screen.getByRole('img', { name })).toBeTruthy()
    })
  }

  it('is silent where its word stands beside it', () => {
    render(<StatusLight light="red" silent />)
    expect(screen.queryByRole('img')).toBeNull()
  })

  it('has four shapes that no two lights share', () => {
    const shapes = WORST_FIRST.map((light) => LIGHT_SHAPE[light].map(({ d }) => d).join(' '))
    expect(new Set(shapes).size).toBe(4)
  })

  it('leaves fine marks out where they would blur', () => {
    const { container } = render(
      <>
        <StatusLight light="red" size={12} />
        <StatusLight light="red" size={24} />
      </>,
    )
    const paths = [...container.querySelectorAll('svg')].map((svg) => svg.querySelectorAll('path').length)
    expect(paths).toEqual([1, 2])
  })
})

describe('favicon', () => {
  for (const light of WORST_FIRST) {
    it(`draws ${light} in the shape of its light`, () => {
      const url = favicon(light)
      expect(url.startsWith('data:image/svg+xml,')).toBe(true)
      const svg = decodeURIComponent(url)
      for (const { d } of LIGHT_SHAPE[light]) expect(svg).toContain(d)
    })
  }
})
