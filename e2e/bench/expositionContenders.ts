import parsePrometheusTextFormat from 'parse-prometheus-text-format'
import { readExposition } from '#src/domain/exposition/expositionReader.ts'
import { readAllFamilies } from '#src/domain/exposition/readAllFamilies.ts'
import { wantedFamilies, type WantedNames } from '#src/domain/exposition/wanted.ts'
import type { Body } from './expositionBodies.ts'
import type { Contender } from './measure.ts'

export const FULL = 'full'
export const PEER = 'parse-prometheus-text-format'
export const JSON_PARSE = 'JSON.parse'
export const DECODE = 'decode'

/**
 * Ways to read a body: ours, the obvious library, `JSON.parse` of the same content, and what decoding alone
 * costs.
 */
export const expositionContenders = ({ bytes, selections }: Body): readonly Contender[] => [
  ...selections.map(({ name, names }) => selective(name, names, bytes)),
  ...selections.slice(0, 1).map(({ name, names }) => firstSight(name, names, bytes)),
  { name: FULL, prepare: () => () => readAllFamilies(bytes) },
  { name: PEER, prepare: () => withText(bytes, parsePrometheusTextFormat) },
  { name: JSON_PARSE, prepare: () => withJson(bytes) },
  { name: 'decode, find line ends', prepare: () => () => lineEndsOf(new TextDecoder().decode(bytes)) },
  { name: DECODE, prepare: () => () => new TextDecoder().decode(bytes) },
]

const selective = (name: string, names: WantedNames, bytes: Uint8Array): Contender => ({
  name,
  prepare: () => {
    const wanted = wantedFamilies(names)
    return () => readExposition(bytes, { wanted })
  },
})

// Names are compiled for every run, so nothing is remembered of the page: the price of a page never seen
// before.
const firstSight = (name: string, names: WantedNames, bytes: Uint8Array): Contender => ({
  name: `${name}, at first sight`,
  prepare: () => () => readExposition(bytes, { wanted: wantedFamilies(names) }),
})

// The peers are given decoded text and spared the decoding.
const withText = (bytes: Uint8Array, read: (text: string) => unknown): (() => unknown) => {
  const text = new TextDecoder().decode(bytes)
  return () => read(text)
}

const withJson = (bytes: Uint8Array): (() => unknown) => {
  const all = readAllFamilies(bytes)
  const json = JSON.stringify(all.ok ? all.value.families : [])
  return () => JSON.parse(json)
}

const lineEndsOf = (text: string): number => {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}
