import { describe, expect, it } from 'vitest'
import { fleetOf } from './testing/fleetOf.ts'
import { lightsOf, type Story, tell } from './testing/story.ts'
import { allRows, createWatch } from './watch.ts'

/** One letter an interval of 5 s: see `answerIn`. Lights: green, orange, red, unknown. */
const rows: readonly { name: string; story: Story; lights: string; reasons: readonly string[] }[] = [
  {
    name: 'not ready: grey at once, red when confirmed',
    story: { 'orders-1': 'GGGGGG', 'orders-1 ready': 'GDDGGG' },
    lights: 'gurrrg',
    reasons: [],
  },
  {
    name: 'not ready, and then no word of it: never green',
    story: { 'orders-1': 'GGGGGGGGGGGG', 'orders-1 ready': 'GDDTTTTTTTTT' },
    lights: 'gurrruuuuuuu',
    reasons: ['not-ready', 'ready-unseen'],
  },
  {
    name: 'not ready, silent, and ready again',
    story: { 'orders-1': 'GGGGGGGGGG', 'orders-1 ready': 'DDTTTTGGGG' },
    lights: 'urrruurrgg',
    reasons: [],
  },
  {
    name: 'readiness that is named and never told',
    story: { 'orders-1': 'GGGGG', 'orders-1 ready': 'HHHHH' },
    lights: 'uuuuu',
    reasons: ['ready-unseen'],
  },
  {
    name: 'readiness that is named and never asked',
    story: { 'orders-1': 'GGGGG' },
    lights: 'uuuuu',
    reasons: ['ready-unseen'],
  },
  {
    name: 'readiness that fails for no longer than its last word is fresh',
    story: { 'orders-1': 'GGGGGGG', 'orders-1 ready': 'GTTGTTG' },
    lights: 'ggggggg',
    reasons: [],
  },
  {
    name: 'a pod that is down says nothing of its readiness',
    story: { 'orders-1': 'GGRRRRRR', 'orders-1 ready': 'GG' },
    lights: 'gggrrrrr',
    reasons: ['failing'],
  },
]

describe('the light of a pod whose readiness path the fleet file names', () => {
  for (const { name, story, lights, reasons } of rows) {
    it(`${name}: ${lights}`, () => {
      const watch = createWatch(fleetOf({ orders: { pods: 1, endpoints: { ready: '/ready' } } }))
      expect(lightsOf(tell(watch, story))).toBe(lights)
      expect(allRows(watch)[0]?.reasons.map((reason) => reason.kind)).toEqual(reasons)
    })
  }
})
