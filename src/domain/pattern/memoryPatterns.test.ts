import { describe, expect, it } from 'vitest'
import { mebibytes } from '#src/domain/time/units.ts'
import { fdLeak } from './fdLeak.ts'
import { loneGrowth } from './loneGrowth.ts'
import { offHeap } from './offHeap.ts'
import { stackPileUp } from './stackPileUp.ts'
import { binsOver, drift, NOW, podsOf, seenOf, SINCE } from './testing/seenOf.ts'

const MEMORY = drift('memory', { perHour: mebibytes(30), value: mebibytes(900) })
const HEAP = ['heap', mebibytes(92)] as const

/** Garbage collection draws teeth of 40 MiB over whatever the heap does. */
const heapBins = (perHour: number) =>
  binsOver(SINCE, NOW, (hour) => mebibytes(80 + perHour * hour + 40 * ((hour * 1.7) % 1)))

describe('goroutines that pile up', () => {
  it.each([
    {
      name: 'both rise',
      drifts: [MEMORY, drift('goroutines', { value: 9000, perHour: 70 })],
      signal: 'goroutines',
    },
    { name: 'threads rise', drifts: [MEMORY, drift('threads')], signal: 'threads' },
    { name: 'memory alone', drifts: [MEMORY], signal: undefined },
    { name: 'goroutines alone', drifts: [drift('goroutines')], signal: undefined },
    { name: 'nothing', drifts: [], signal: undefined },
  ])('$name', ({ drifts, signal }) => {
    expect(stackPileUp(seenOf({ pods: podsOf([{ drifts }, {}]) }))?.signal).toBe(signal)
  })

  it('says how many pods, how much and how fast: the most of each', () => {
    const pods = podsOf([
      { drifts: [MEMORY, drift('goroutines', { value: 9000, perHour: 70 })] },
      {},
      { drifts: [{ ...MEMORY, perHour: mebibytes(31) }, drift('goroutines', { value: 9500, perHour: 60 })] },
    ])
    expect(stackPileUp({ pods })).toEqual({
      kind: 'stack-pile-up',
      pods: ['orders-3', 'orders-1'],
      ofPods: 3,
      signal: 'goroutines',
      value: 9500,
      perHour: 70,
      memoryPerHour: mebibytes(31),
    })
  })

  it('is not told of a pod of which only one rises while another shows the other', () => {
    expect(
      stackPileUp({ pods: podsOf([{ drifts: [MEMORY] }, { drifts: [drift('goroutines')] }]) }),
    ).toBeNull()
  })
})

describe('memory that is off the heap', () => {
  it.each([
    { name: 'memory rises, heap flat', bins: heapBins(0), told: true },
    { name: 'the heap rises by a tenth of it', bins: heapBins(3), told: true },
    { name: 'the heap rises by half of it', bins: heapBins(15), told: false },
    { name: 'the heap rises as memory does', bins: heapBins(30), told: false },
    { name: 'of the heap hardly anything is remembered', bins: heapBins(0).slice(0, 11), told: false },
    { name: 'of the heap nothing is remembered', bins: [], told: false },
    { name: 'the heap drifts', bins: heapBins(0), more: [drift('heap')], told: false },
    { name: 'goroutines drift', bins: heapBins(0), more: [drift('goroutines')], told: false },
  ])('$name', ({ bins, more = [], told }) => {
    const pods = podsOf([{ drifts: [MEMORY, ...more], values: [HEAP] }])
    expect(offHeap(seenOf({ pods, bins: { 'orders-1 heap': bins } })) !== null).toBe(told)
  })

  it('names the open files that rise with it', () => {
    const pods = podsOf([{ drifts: [MEMORY, drift('fds', { perHour: 3 })], values: [HEAP] }])
    expect(
      offHeap(seenOf({ pods, bins: { 'orders-1 heap': binsOver(SINCE, NOW, () => mebibytes(92)) } })),
    ).toEqual({
      kind: 'off-heap',
      pods: ['orders-1'],
      ofPods: 1,
      memoryPerHour: mebibytes(30),
      heap: mebibytes(92),
      fdsPerHour: 3,
    })
  })

  it('is nothing where memory stands still', () => {
    const pods = podsOf([{ drifts: [drift('fds')], values: [HEAP] }])
    expect(offHeap(seenOf({ pods, bins: { 'orders-1 heap': heapBins(0) } }))).toBeNull()
  })
})

const at = (reachedAt: number) => drift('fds', { perHour: 6, bound: 4096, value: 3500, reachedAt })

describe('open files that leak', () => {
  it('says on which pods, how fast, and when the first is at its limit', () => {
    const pods = podsOf([{ drifts: [at(NOW + 9000)] }, { drifts: [at(NOW + 5000)] }])
    expect(fdLeak({ pods })).toEqual({
      kind: 'fd-leak',
      pods: ['orders-2', 'orders-1'],
      ofPods: 2,
      perHour: 6,
      value: 3500,
      bound: 4096,
      reachedAt: NOW + 5000,
    })
  })

  it.each([
    { name: 'none rises', drifts: [] },
    { name: 'memory rises with them: told as off the heap', drifts: [drift('fds'), MEMORY] },
  ])('is not told where $name', ({ drifts }) => {
    expect(fdLeak({ pods: podsOf([{ drifts }]) })).toBeNull()
  })
})

const flat = (mib: number) => ({ values: [['memory', mebibytes(mib)]] as const })

describe('memory that grows on one pod alone', () => {
  it('says which, how fast, and what the others have', () => {
    const pods = podsOf([flat(590), { drifts: [MEMORY] }, flat(610), flat(600)])
    expect(loneGrowth({ pods })).toEqual({
      kind: 'lone-growth',
      pods: ['orders-2'],
      ofPods: 4,
      signal: 'memory',
      value: mebibytes(900),
      perHour: mebibytes(30),
      others: mebibytes(600),
    })
  })

  it.each([
    { name: 'two of four', pods: [{ drifts: [MEMORY] }, flat(1), { drifts: [MEMORY] }, flat(1)] },
    { name: 'one of two: it may be the first of both', pods: [{ drifts: [MEMORY] }, flat(1)] },
    { name: 'the others do not tell', pods: [{ drifts: [MEMORY] }, flat(1), {}] },
    { name: 'goroutines pile up there', pods: [{ drifts: [MEMORY, drift('goroutines')] }, flat(1), flat(1)] },
    { name: 'none', pods: [flat(1), flat(1), flat(1)] },
  ])('is not told of $name', ({ pods }) => {
    expect(loneGrowth({ pods: podsOf(pods) })).toBeNull()
  })
})
