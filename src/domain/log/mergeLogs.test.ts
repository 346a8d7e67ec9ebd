import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeLogs } from './mergeLogs.ts'
import { logLine } from './testing/logLine.ts'

const at = (time: number | null, message: string) => logLine(message, { at: time })
const words = (pages: Parameters<typeof mergeLogs>[0]): string =>
  mergeLogs(pages)
    .map(({ message }) => message)
    .join(' ')

describe('mergeLogs', () => {
  it.each([
    { name: 'nothing', pages: [], expected: '' },
    {
      name: 'two pods by time',
      pages: [
        { pod: 'a', logs: [at(1, 'a1'), at(5, 'a5')] },
        { pod: 'b', logs: [at(3, 'b3'), at(7, 'b7')] },
      ],
      expected: 'a1 b3 a5 b7',
    },
    {
      name: 'no time: after the one before it',
      pages: [
        { pod: 'a', logs: [at(1, 'a1'), at(null, 'a?'), at(5, 'a5')] },
        { pod: 'b', logs: [at(3, 'b3')] },
      ],
      expected: 'a1 a? b3 a5',
    },
    {
      name: 'no time at the beginning: before the first that has one',
      pages: [
        { pod: 'a', logs: [at(null, 'a?'), at(5, 'a5')] },
        { pod: 'b', logs: [at(3, 'b3')] },
      ],
      expected: 'b3 a? a5',
    },
    {
      name: 'no times at all: last, as they stand',
      pages: [
        { pod: 'a', logs: [at(null, 'x'), at(null, 'y')] },
        { pod: 'b', logs: [at(3, 'b3')] },
      ],
      expected: 'b3 x y',
    },
    {
      name: 'a page that is in no order',
      pages: [{ pod: 'a', logs: [at(5, 'a5'), at(1, 'a1'), at(3, 'a3')] }],
      expected: 'a1 a3 a5',
    },
  ])('$name', ({ pages, expected }) => expect(words(pages)).toBe(expected))

  it('says whose page a line came with, and who wrote it', () => {
    const logs = [logLine('x', { fields: [['pod_id', 'b']] }), logLine('y')]
    expect(mergeLogs([{ pod: 'a', logs }])).toMatchObject([
      { page: 'a', pod: 'b', podKey: 'pod_id' },
      { page: 'a', pod: 'a', podKey: null },
    ])
  })

  it('loses and doubles nothing, and what has times is in their order', () => {
    const time = fc.option(fc.nat(20))
    fc.assert(
      fc.property(fc.array(fc.array(time, { maxLength: 8 }), { maxLength: 4 }), (times) => {
        const pages = times.map((own, page) => ({
          pod: `${page}`,
          logs: own.map((one, i) => at(one, `${page}.${i}`)),
        }))
        const merged = mergeLogs(pages)
        expect(merged.map(({ message }) => message).toSorted()).toEqual(
          pages.flatMap(({ logs }) => logs.map(({ message }) => message)).toSorted(),
        )
        const known = merged.flatMap((entry) => entry.at ?? [])
        expect(known).toEqual(known.toSorted((a, b) => a - b))
      }),
    )
  })
})
