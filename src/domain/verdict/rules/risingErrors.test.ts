import { describe, expect, it } from 'vitest'
import type { Usual } from '#src/domain/baseline/usual.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import { seconds } from '#src/domain/time/units.ts'
import { judgeAnswer } from '#src/domain/verdict/judge.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import { NOW, podFacts, scraped, signals } from '#src/domain/watch/testing/podFacts.ts'

type Plan = { readonly perSecond?: number; readonly usual?: number }

const usually = (ratio: number | undefined): PodFacts['usual'] => {
  const known: [Signal, Usual][] =
    ratio === undefined ? [] : [['errorRatio', { value: ratio, peak: ratio, of: 'hours' }]]
  return new Map(known)
}

/** The light of the reason `errors` after each page, in one letter; the n-th page has the n-th share of errors, in %. */
function lightsOf(percents: readonly number[], { perSecond = 40, usual }: Plan): string {
  let pod = podFacts({ usual: usually(usual) })
  const letters: Readonly<Record<Light, string>> = { red: 'r', orange: 'o', unknown: 'u', green: '?' }
  return percents
    .map((percent, n) => {
      const at = NOW + n * seconds(15)
      const told = signals([
        ['errorRatio', percent / 100],
        ['requestRate', perSecond],
      ])
      pod = { ...pod, signals: told, tracks: { ...pod.tracks, metrics: scraped({}, 20, { at }) } }
      pod = { ...pod, ...judgeAnswer(pod, 'metrics', at) }
      const light = pod.conditions.get('errors')?.light
      return light === undefined ? '.' : letters[light]
    })
    .join('')
}

describe('errors that rise fast', () => {
  it.each([
    { name: 'a single bad page', percents: [0, 8, 0, 0], lights: '.?..' },
    { name: 'two that are equally bad', percents: [0, 6, 6, 6, 6], lights: '.?ooo' },
    { name: 'two that grow', percents: [0, 4, 6], lights: '.?r' },
    { name: 'two that grow by less than a quarter', percents: [0, 4, 4.9], lights: '.?o' },
    { name: 'a slow rise', percents: [1.5, 1.8, 2.1, 2.5, 2.9, 3.4, 3.9], lights: '?oooooo' },
    { name: 'a fast one', percents: [1.5, 2.5, 4, 6, 9], lights: '?oorr' },
    { name: 'under three times what is orange', percents: [0, 1.5, 2.9], lights: '.?o' },
    { name: 'risen, it stays red', percents: [0, 4, 6, 6, 6, 6, 6], lights: '.?rrrrr' },
    { name: 'until it is below', percents: [0, 4, 6, 2, 2, 2], lights: '.?rrro' },
    { name: 'through more than what is red anyway', percents: [0, 4, 6, 40, 5, 5, 5], lights: '.?rrrrr' },
    { name: 'what was red anyway does not stay so', percents: [0, 40, 40, 5, 5, 5], lights: '.?rrro' },
    { name: 'errors are usual', percents: [0, 4, 6], usual: 0.02, lights: '.?o' },
    { name: 'few are', percents: [0, 4, 6], usual: 0.01, lights: '.?r' },
    { name: 'a handful of requests', percents: [0, 20 / 3, 9], perSecond: 10, lights: '.?o' },
  ])('$name: $lights', ({ percents, lights, ...plan }) => {
    expect(lightsOf(percents, plan)).toBe(lights)
  })
})
