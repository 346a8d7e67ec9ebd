import { describe, expect, it } from 'vitest'
import { inSlices } from './inSlices.ts'

/** A world in which every step of the work takes 3 ms, and breaths are counted. */
function world() {
  let time = 0
  let breaths = 0
  return {
    breaths: () => breaths,
    step: () => {
      time += 3
    },
    ports: {
      monotonic: () => time,
      every: (_: number, call: () => void) => {
        breaths += 1
        queueMicrotask(call)
        return () => undefined
      },
    },
  }
}

function* work(steps: number, step: () => void): Generator<undefined, string> {
  for (let i = 0; i < steps; i += 1) {
    step()
    yield
  }
  return 'done'
}

describe('inSlices', () => {
  it.each([
    { steps: 0, breaths: 0 },
    { steps: 2, breaths: 0 },
    { steps: 3, breaths: 1 },
    { steps: 10, breaths: 3 },
  ])('takes $breaths breaths in $steps steps', async ({ steps, breaths }) => {
    const { ports, step, ...seen } = world()
    expect(await inSlices(work(steps, step), ports, () => false)).toBe('done')
    expect(seen.breaths()).toBe(breaths)
  })

  it('ends at the next breath when it is called off', async () => {
    let steps = 0
    const { ports, step } = world()
    const counted = (): void => {
      steps += 1
      step()
    }
    expect(await inSlices(work(100, counted), ports, () => true)).toBeNull()
    expect(steps).toBe(3)
  })
})
