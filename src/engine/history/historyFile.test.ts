import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hours, minutes } from '#src/domain/time/units.ts'
import { ALL_WANTED, keptRig, LEAKS, STILL } from '#src/engine/testing/keptRig.ts'
import { exportHistory, importHistory } from './historyFile.ts'

const EIGHT = Date.UTC(2026, 10, 20, 8)
const NOW = EIGHT + hours(3)
const isStill = (name: string): boolean => name === STILL
const pause = (): Promise<void> => Promise.resolve()

async function exported(): Promise<Uint8Array> {
  const rig = await keptRig(null, EIGHT)
  await rig.watch(EIGHT, NOW)
  rig.kept.marks.note('orders', 'orders-1', { startedAt: EIGHT - hours(1), version: '1', at: EIGHT })
  rig.kept.marks.note('orders', 'orders-1', { startedAt: EIGHT + hours(1), version: '2', at: NOW })
  rig.kept.lights.note('orders', 'red', EIGHT)
  return exportHistory(rig.kept, pause)
}

describe('a history as a file', () => {
  it('is the same in another browser', async () => {
    const [file, from, to] = [await exported(), await keptRig(null, EIGHT), await keptRig(null, NOW)]
    await from.watch(EIGHT, NOW)
    const imported = await importHistory(file, to.kept, ALL_WANTED, NOW, pause)
    expect(imported).toEqual({ ok: true, value: { series: 2, bins: 2 * (90 + 3) } })
    expect(to.told(LEAKS)).toEqual(from.told(LEAKS))
    expect(to.kept.marks.marksOf('orders', 'orders-1')).toMatchObject([
      { at: EIGHT + hours(1), kind: 'deploy', version: '2' },
    ])
    expect(to.kept.lights.changes('orders')).toEqual([{ at: EIGHT, light: 'red' }])
    expect(new Set(to.kept.histories.takeTouched())).toEqual(
      new Set([EIGHT, EIGHT + hours(1), EIGHT + hours(2)]),
    )
    expect(await importHistory(file, to.kept, ALL_WANTED, NOW, pause)).toEqual(imported)
    expect(to.told(LEAKS)).toEqual(from.told(LEAKS))
  })

  it('never replaces what was seen here, and gives nothing of the future', async () => {
    const rig = await keptRig(null, NOW)
    rig.kept.histories.remember(STILL, EIGHT, 1)
    await importHistory(await exported(), rig.kept, ALL_WANTED, EIGHT + minutes(4), pause)
    expect(rig.told(STILL)).toEqual([
      [EIGHT, 1],
      [EIGHT + minutes(2), 7],
      [EIGHT + minutes(4), 7],
    ])
  })

  it('may be of before there were lights in it', async () => {
    const file = await exported()
    const view = new DataView(file.buffer)
    const [head, marks] = [8, 4 + view.getUint32(8, true)]
    const lights = 4 + view.getUint32(head + marks, true)
    const early = Uint8Array.from([...file.slice(0, head + marks), ...file.slice(head + marks + lights)])
    early[3] = 1
    new DataView(early.buffer).setUint32(4, view.getUint32(4, true) - 1, true)
    const rig = await keptRig(null, NOW)
    expect(await importHistory(early, rig.kept, ALL_WANTED, NOW, pause)).toMatchObject({
      value: { series: 2 },
    })
    expect(rig.kept.marks.marksOf('orders', 'orders-1')).toHaveLength(1)
    expect(rig.kept.lights.changes('orders')).toEqual([])
    expect((await importHistory(early.with(3, 2), rig.kept, ALL_WANTED, NOW, pause)).ok).toBe(false)
  })

  it('gives nothing of pods that are not in the fleet', async () => {
    const rig = await keptRig(null, NOW)
    expect(await importHistory(await exported(), rig.kept, { wants: isStill }, NOW, pause)).toMatchObject({
      value: { series: 1 },
    })
    expect([...rig.kept.histories.names()]).toEqual([STILL])
  })

  it.each([
    { name: 'nothing', change: () => new Uint8Array(), kind: 'foreign' },
    { name: 'another file', change: () => new TextEncoder().encode('{"services": []}'), kind: 'foreign' },
    { name: 'a later version', change: (file: Uint8Array) => file.with(3, 9), kind: 'other-version' },
    { name: 'cut short', change: (file: Uint8Array) => file.slice(0, -1), kind: 'damaged' },
    {
      name: 'with something behind it',
      change: (file: Uint8Array) => new Uint8Array([...file, 1]),
      kind: 'damaged',
    },
  ])('is refused, and changes nothing: $name', async ({ change, kind }) => {
    const rig = await keptRig(null, NOW)
    const imported = await importHistory(change(await exported()), rig.kept, ALL_WANTED, NOW, pause)
    expect(imported).toMatchObject({ ok: false, error: { kind } })
    expect(rig.kept.histories.size()).toMatchObject({ series: 0, bytes: 0 })
  })

  it('is refused with any byte changed, and changes nothing', async () => {
    const file = await exported()
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: file.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const rig = await keptRig(null, NOW)
        const copy = file.with(at, (file[at] ?? 0) ^ by)
        expect((await importHistory(copy, rig.kept, ALL_WANTED, NOW, pause)).ok).toBe(false)
        expect(rig.kept.histories.size()).toMatchObject({ series: 0, bytes: 0 })
        expect(rig.kept.marks.marksOf('orders', 'orders-1')).toEqual([])
        expect(rig.kept.lights.changes('orders')).toEqual([])
      }),
    )
  })
})
