import { describe, expect, it } from 'vitest'
import { selector } from './selector.ts'
import { conditionsFor, isOfTarget, labelsOnPage } from './targetSeries.ts'

const target = (labels: Readonly<Record<string, string>>) => ({
  labels,
  identity: ['job', 'pod'],
})

const FIRST = target({ job: 'orders', instance: 'a:1', pod: 'orders-1' })
const SECOND = target({ job: 'orders', instance: 'b:1', pod: 'orders-2' })

it('asks for what the targets are known by, and for what the fleet says', () => {
  expect(selector(conditionsFor([FIRST, SECOND], { cluster: 'prod' }))).toBe(
    '{job="orders",pod=~"orders-1|orders-2",cluster="prod"}',
  )
})

describe('isOfTarget', () => {
  it.each([
    { name: 'the same labels', series: { ...FIRST.labels, code: '200' }, expected: true },
    { name: 'another address of the pod', series: { ...FIRST.labels, instance: 'z:1' }, expected: true },
    { name: 'another pod', series: { ...FIRST.labels, pod: 'orders-9' }, expected: false },
    { name: 'another job', series: { ...FIRST.labels, job: 'sidecar' }, expected: false },
    { name: 'no such label', series: { job: 'orders', instance: 'a:1' }, expected: false },
  ])('$name: $expected', ({ series, expected }) => {
    expect(isOfTarget(series, FIRST)).toBe(expected)
  })
})

type PageRow = {
  readonly name: string
  readonly series: Readonly<Record<string, string>>
  readonly expected: Readonly<Record<string, string>>
}

const pageRows: readonly PageRow[] = [
  {
    name: 'takes the labels of the target away',
    series: { ...FIRST.labels, code: '200' },
    expected: { code: '200' },
  },
  {
    name: 'gives labels of the page their names back',
    series: { ...FIRST.labels, exported_job: 'batch', exported_pod: 'x' },
    expected: { job: 'batch', pod: 'x' },
  },
  {
    name: 'leaves a label alone that is called so on the page',
    series: { ...FIRST.labels, exported_at: 'noon' },
    expected: { exported_at: 'noon' },
  },
  {
    name: 'knows names that every object has',
    series: Object.fromEntries([['constructor', 'a']]),
    expected: Object.fromEntries([['constructor', 'a']]),
  },
]

describe('labelsOnPage', () => {
  it.each(pageRows)('$name', ({ series, expected }) => {
    expect(Object.entries(labelsOnPage(series, FIRST))).toEqual(Object.entries(expected))
  })
})
