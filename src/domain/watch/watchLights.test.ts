import { describe, expect, it } from 'vitest'
import { fleetOf } from './testing/fleetOf.ts'
import { lightsOf, type Story, tell } from './testing/story.ts'
import { allRows, createWatch } from './watch.ts'

/** One letter an interval of 5 s: see `answerIn`. Lights: green, orange, red, unknown. */
const rows: readonly {
  name: string
  pods?: number
  story: Story
  lights: string
  reasons?: readonly string[]
}[] = [
  { name: 'before anything answered', story: { 'orders-1': '.' }, lights: 'u', reasons: ['stale'] },
  { name: 'green with its first good answer', story: { 'orders-1': '.GG' }, lights: 'ugg', reasons: [] },
  {
    name: 'a service of which one pod was not heard of yet',
    pods: 2,
    story: { 'orders-1': 'GG.', 'orders-2': '..G' },
    lights: 'uug',
  },
  {
    name: 'down from the start: grey, then red',
    story: { 'orders-1': 'DD' },
    lights: 'ur',
    reasons: ['health'],
  },
  { name: 'out from the start', story: { 'orders-1': 'RR' }, lights: 'ur', reasons: ['failing'] },
  { name: 'degraded from the start', story: { 'orders-1': 'OO' }, lights: 'uo', reasons: ['health'] },
  { name: 'does not tell', story: { 'orders-1': 'GUUU' }, lights: 'guuu', reasons: ['health'] },
  {
    name: 'a killed pod of two turns orange within two intervals',
    pods: 2,
    story: { 'orders-1': 'GGRRR', 'orders-2': 'GGGGG' },
    lights: 'gggoo',
    reasons: ['failing'],
  },
  {
    name: 'a killed pod that was the only one turns red within two intervals',
    story: { 'orders-1': 'GGRR' },
    lights: 'gggr',
    reasons: ['failing'],
  },
  {
    name: 'it recovers after three good answers',
    pods: 2,
    story: { 'orders-1': 'GGRRGGGG', 'orders-2': 'GGGGGGGG' },
    lights: 'gggooogg',
    reasons: [],
  },
  {
    name: 'two of three pods are too many',
    pods: 3,
    story: { 'orders-1': 'GRRR', 'orders-2': 'GGRR', 'orders-3': 'GGGG' },
    lights: 'ggor',
    reasons: ['failing'],
  },
  {
    name: 'one failing and one down are two',
    pods: 3,
    story: { 'orders-1': 'GRRR', 'orders-2': 'GDDD', 'orders-3': 'GGGG' },
    lights: 'gurr',
    reasons: ['failing', 'health'],
  },
  { name: 'a single time-out is nothing', story: { 'orders-1': 'GGTGG' }, lights: 'ggggg', reasons: [] },
  { name: 'a single bad reading is grey, not green', story: { 'orders-1': 'GGDGG' }, lights: 'ggugg' },
  { name: 'an HTTP 500 without a reading is an outage', story: { 'orders-1': 'GHHH' }, lights: 'ggrr' },
  {
    name: 'a sign-in is grey at once, and over at once',
    story: { 'orders-1': 'GSSSG' },
    lights: 'guuug',
    reasons: [],
  },
  { name: 'a sign-in says why', story: { 'orders-1': 'GSS' }, lights: 'guu', reasons: ['cannot-see'] },
  {
    name: 'a pod that vanishes and asks for a sign-in is not green in between',
    story: { 'orders-1': 'GRRSSSG' },
    lights: 'ggrrrug',
  },
  {
    name: 'flapping hides no longer after three spells',
    story: { 'orders-1': 'GRGRGRGG' },
    lights: 'gggggooo',
    reasons: ['flapping'],
  },
  {
    name: 'flapping is forgotten after ten probes',
    story: { 'orders-1': 'GRGRGRGGGGGGG' },
    lights: 'gggggoooooogg',
    reasons: [],
  },
  {
    name: 'silence is grey after 15 s',
    story: { 'orders-1': 'GG.....' },
    lights: 'gggguuu',
    reasons: ['stale'],
  },
  {
    name: 'silence of one pod is grey for all',
    pods: 2,
    story: { 'orders-1': 'GG.....', 'orders-2': 'GGGGGGG' },
    lights: 'gggguuu',
    reasons: ['stale'],
  },
  {
    name: 'a time-out and then silence: the good reading grows old all the same',
    story: { 'orders-1': 'GT.....' },
    lights: 'ggguuuu',
    reasons: ['stale'],
  },
  {
    name: 'red does not stay red in silence',
    story: { 'orders-1': 'GRRR.....' },
    lights: 'ggrrrruuu',
    reasons: ['failing', 'stale'],
  },
  {
    name: 'time-outs that keep coming stay red',
    story: { 'orders-1': 'GTTTTTTTT' },
    lights: 'ggrrrrrrr',
    reasons: ['failing'],
  },
  {
    name: 'bad readings between time-outs are never green',
    story: { 'orders-1': 'GDTDTDT' },
    lights: 'guurrrr',
    reasons: ['health'],
  },
  {
    name: 'metrics that fail while health answers are orange',
    story: { 'orders-1': 'GGGGGG', 'orders-1 metrics': 'GTTGGG' },
    lights: 'ggooog',
    reasons: [],
  },
  {
    name: 'no metrics is no fault',
    story: { 'orders-1': 'GGG', 'orders-1 metrics': 'NNN' },
    lights: 'ggg',
    reasons: [],
  },
  {
    name: 'without health, metrics stand for life',
    story: { 'orders-1': 'N.....', 'orders-1 metrics': 'GGTTGG' },
    lights: 'gggrrr',
    reasons: ['failing'],
  },
  {
    name: 'without health, looking for it again says nothing of an outage',
    story: { 'orders-1': 'NNNNNNNN', 'orders-1 metrics': 'GTTT.T.T' },
    lights: 'ggrrrrrr',
    reasons: ['failing'],
  },
  {
    name: 'neither health nor metrics is grey',
    story: { 'orders-1': 'NN', 'orders-1 metrics': 'NN' },
    lights: 'uu',
    reasons: ['cannot-see'],
  },
  {
    name: 'an exporter that answers while its Redis is dead',
    story: { 'orders-1': 'N.......', 'orders-1 metrics': 'GGDDGGGG' },
    lights: 'ggurrrgg',
    reasons: [],
  },
  {
    name: 'a health page that is gone is grey before metrics take its place',
    story: { 'orders-1': 'DNNNNN', 'orders-1 metrics': 'GGGGGG' },
    lights: 'uuuugg',
    reasons: [],
  },
  {
    name: 'metrics that time out do not take a pending outage back',
    story: { 'orders-1': 'TT', 'orders-1 metrics': 'TT' },
    lights: 'ur',
    reasons: ['failing'],
  },
  {
    name: 'metrics that fail on while health cannot be read do not mend themselves',
    story: { 'orders-1': 'GGGSSSSG', 'orders-1 metrics': 'GTTTTTTT' },
    lights: 'ggoooooo',
    reasons: ['metrics-failing'],
  },
]

describe('the light of a service', () => {
  for (const { name, pods = 1, story, lights, reasons } of rows) {
    it(`${name}: ${lights}`, () => {
      const watch = createWatch(fleetOf({ orders: pods }))
      expect(lightsOf(tell(watch, story))).toBe(lights)
      const kinds = allRows(watch)[0]?.reasons.map((reason) => reason.kind)
      expect(kinds).toEqual(reasons ?? kinds)
    })
  }

  it('names the pod that was killed, how it fails, and since when', () => {
    const watch = createWatch(fleetOf({ orders: 2, billing: 1 }))
    tell(watch, { 'orders-1': 'GGGG', 'orders-2': 'GGRR', 'billing-1': 'GGGG' })
    const [orders, billing] = allRows(watch)
    expect(orders).toMatchObject({
      light: 'orange',
      lastKnown: null,
      reasons: [
        {
          kind: 'failing',
          light: 'orange',
          since: 10_000,
          ofPods: 2,
          pods: [{ pod: 'orders-2', light: 'red', failure: { kind: 'unreachable' } }],
        },
      ],
      pods: [
        { name: 'orders-1', light: 'green' },
        { name: 'orders-2', light: 'red' },
      ],
    })
    expect(billing).toMatchObject({ light: 'green', reasons: [] })
  })
})
