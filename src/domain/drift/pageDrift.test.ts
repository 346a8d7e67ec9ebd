import { describe, expect, it } from 'vitest'
import { following, followPod } from '#src/domain/drift/following.ts'
import { hours, minutes } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import { scrape } from '#src/domain/watch/testing/answers.ts'
import { podFacts, scraped, signals } from '#src/domain/watch/testing/podFacts.ts'
import { BEGIN } from './testing/follow.ts'

const familyOf = (series: number) => ({
  family: 'http_requests_total',
  series,
  label: { name: 'user_agent', values: series / 3, about: true, examples: ['curl/8'] },
})

/** A pod whose page grows by 60 series an hour, and whose memory grows, too. */
function grownPod(): PodFacts {
  const memory = following()
  let pod = podFacts({ census: { at: BEGIN, largest: [familyOf(900)], before: null } })
  for (let at = BEGIN; at <= BEGIN + hours(30); at += minutes(10)) {
    const series = 900 + (60 * (at - BEGIN)) / hours(1)
    const facts: PodFacts = {
      ...pod,
      signals: signals([
        ['seriesCount', series],
        ['memory', 1e6 * series],
      ]),
      tracks: { ...pod.tracks, metrics: scraped({ largest: [familyOf(series)] }, 20, { at }) },
    }
    pod = followPod(memory, pod, facts, scrape('orders-1', at))
  }
  return pod
}

describe('a metrics page that drifts', () => {
  it('names the label that makes it grow; other signals do not', () => {
    const grows = {
      family: 'http_requests_total',
      label: 'user_agent',
      values: 900,
      grewBy: 1800,
      examples: ['curl/8'],
    }
    const told = grownPod().drifts.map((drift) => [drift.signal, drift.grows])
    expect(told).toEqual([
      ['memory', undefined],
      ['seriesCount', grows],
    ])
  })
})
