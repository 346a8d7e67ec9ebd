import { describe, expect, it } from 'vitest'
import { minutes } from '#src/domain/time/units.ts'
import type { CheckMark } from './signOff.ts'
import { markOn } from './testing/sampleLog.ts'
import { MORNING } from './testing/sampleNight.ts'
import { unsignedMarks } from './unsignedMarks.ts'

const auth = markOn('auth', 'red', { at: MORNING })
const flat = markOn('cart', 'red', { at: MORNING, deed: 'watch', until: { kind: 'flat', signal: null } })
const signedAt = MORNING + minutes(1)

describe('unsignedMarks', () => {
  const rows: readonly {
    readonly name: string
    readonly marks: readonly CheckMark[]
    readonly signed: readonly CheckMark[]
    readonly left: readonly CheckMark[]
  }[] = [
    { name: 'what was signed', marks: [auth, flat], signed: [flat, auth], left: [] },
    { name: 'what was marked since', marks: [auth, flat], signed: [auth], left: [flat] },
    {
      name: 'what was marked anew since',
      marks: [{ ...auth, at: signedAt }],
      signed: [auth],
      left: [{ ...auth, at: signedAt }],
    },
    {
      name: 'what a clock that is ahead dated after the sign-off',
      marks: [{ ...auth, at: signedAt + 9 }],
      signed: [{ ...auth, at: signedAt }],
      left: [],
    },
    {
      name: 'the same in another order, with a title that was cut',
      marks: [{ ...flat, until: { signal: null, kind: 'flat' } }],
      signed: [{ ...flat, title: 'c' }],
      left: [],
    },
    {
      name: 'what is watched until another moment',
      marks: [{ ...flat, until: { kind: 'time', at: signedAt } }],
      signed: [flat],
      left: [{ ...flat, until: { kind: 'time', at: signedAt } }],
    },
  ]
  it.each(rows)('$name', ({ marks, signed, left }) => {
    expect(unsignedMarks(marks, signed, signedAt)).toEqual(left)
  })
})
