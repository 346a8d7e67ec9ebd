import { expect, it } from 'vitest'
import type { Carried } from '#src/domain/diagnosis/finding.ts'
import { carriedText } from './carriedText.ts'
import { DROPPING, SPENT } from './testing/carriers.ts'

it.each<[Carried, string]>([
  [DROPPING, 'a-2 is out, and a-1, which carries all the load, drops 20 %: overload, not the code'],
  [
    SPENT,
    'a-1 and a-2 are out, at their limit, and a-3, which carries all the load, has 31 % of its capacity left',
  ],
  [
    { ...SPENT, out: ['a-1'], by: ['a-3', 'a-4'], share: 0.86, drops: 0.04 },
    'a-1 is out, at its limit, a-2 is at its limit, and a-3 and a-4, which carry 86 % of the load, drop up to 4 %: overload, not the code',
  ],
  [{ ...DROPPING, drops: null, left: null }, 'a-2 is out, and a-1 carries all the load'],
  [
    { ...DROPPING, out: [], share: 0.86 },
    'a-1 carries 86 % of the load: look at how requests are dealt out, not at that pod',
  ],
])('%j', (carried, text) => expect(carriedText(carried)).toBe(text))
