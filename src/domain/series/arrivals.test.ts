import { describe, expect, it } from 'vitest'
import { booked, type Look, told } from './testing/looks.ts'

describe('pods that come with another version', () => {
  it.each<{ name: string; looks: readonly Look[]; expected: readonly string[] }>([
    {
      name: 'one after the other',
      looks: [
        [0, 'a:1 b:1 c:1'],
        [10, 'b:1 c:1 d:2'],
        [20, 'c:1 d:2 e:2'],
        [30, 'd:2 e:2 f:2'],
      ],
      expected: ['d:2@10', 'e:2@20', 'f:2@30'],
    },
    {
      name: 'all at once, after all old ones were stopped',
      looks: [
        [0, 'a:1 b:1'],
        [10, ''],
        [12, 'c:2@11 d:2@12'],
      ],
      expected: ['c:2@11', 'd:2@12'],
    },
    {
      name: 'while nobody looked',
      looks: [
        [0, 'a:1 b:1'],
        [3000, 'c:2@900 d:2@905'],
      ],
      expected: ['c:2@900', 'd:2@905'],
    },
    {
      name: 'already so when first looked at',
      looks: [[0, 'a:1 b:2@-20']],
      expected: [],
    },
    {
      name: 'already there when first looked at, and answering later',
      looks: [
        [0, 'a:1 b:-'],
        [60, 'a:1 b:2@50'],
      ],
      expected: [],
    },
    {
      name: 'first named long after it was started, before anybody looked',
      looks: [
        [0, 'a:1'],
        [60, 'a:1 b:2@-5'],
      ],
      expected: [],
    },
    {
      name: 'one more of what runs',
      looks: [
        [0, 'a:1'],
        [60, 'a:1 b:1'],
        [70, 'b:1 c:1'],
      ],
      expected: [],
    },
    {
      name: 'one more during the roll-out is part of it, one more after it is not',
      looks: [
        [0, 'a:1 b:1'],
        [10, 'b:1 c:2'],
        [15, 'b:1 c:2 d:2 e:2'],
        [16, 'c:2 d:2 e:2'],
        [40, 'c:2 d:2 e:2 f:2'],
      ],
      expected: ['c:2@10', 'd:2@15', 'e:2@15'],
    },
    {
      name: 'the first left to prove itself for an hour',
      looks: [
        [0, 'a:1 b:1'],
        [10, 'a:1 b:1 c:2'],
        [70, 'b:1 c:2 d:2'],
      ],
      expected: ['c:2@10', 'd:2@70'],
    },
    {
      name: 'side by side with the old one for days',
      looks: [
        [0, 'a:1 b:1'],
        [10, 'a:1 c:2'],
        [2000, 'a:1 d:2'],
        [4000, 'e:1 d:2'],
      ],
      expected: ['c:2@10'],
    },
    {
      name: 'side by side since before anybody looked',
      looks: [
        [0, 'a:1 b:2'],
        [60, 'c:1 b:2'],
        [120, 'c:1 d:2'],
      ],
      expected: [],
    },
    {
      name: 'an old version is added to while it is replaced',
      looks: [
        [0, 'a:1 b:1'],
        [10, 'a:1 b:1 c:2'],
        [12, 'a:1 b:1 c:2 d:1'],
        [15, 'd:1 c:2 e:2'],
        [16, 'c:2 e:2'],
        [600, 'f:3 g:3'],
      ],
      expected: ['c:2@10', 'e:2@15', 'f:3@600', 'g:3@600'],
    },
    {
      name: 'an old version that comes late, and stays for a while',
      looks: [
        [0, 'a:1 b:1'],
        [10, 'b:1 c:2'],
        [12, 'c:2 d:2'],
        [200, 'c:2 d:2 e:1'],
      ],
      expected: ['c:2@10', 'd:2@12'],
    },
    {
      name: 'rolled back',
      looks: [
        [0, 'a:1 b:1'],
        [10, 'c:2 d:2'],
        [40, 'd:2 e:1'],
        [45, 'e:1 f:1'],
      ],
      expected: ['c:2@10', 'd:2@10', 'e:1@40 back', 'f:1@45 back'],
    },
    {
      name: 'rolled back half-way',
      looks: [
        [0, 'a:1 b:1'],
        [10, 'b:1 c:2'],
        [20, 'b:1 d:1'],
      ],
      expected: ['c:2@10', 'd:1@20 back'],
    },
    {
      name: 'rolled back, and deployed again',
      looks: [
        [0, 'a:1'],
        [10, 'b:2'],
        [40, 'c:1'],
        [900, 'd:2'],
      ],
      expected: ['b:2@10', 'c:1@40 back', 'd:2@900 back'],
    },
    {
      name: 'a trial that was given up: later pods of the old version are none',
      looks: [
        [0, 'a:1 b:1'],
        [10, 'a:1 b:1 c:2'],
        [30, 'a:1 b:1'],
        [900, 'a:1 d:1'],
      ],
      expected: ['c:2@10'],
    },
    {
      name: 'a pod that is back under its name',
      looks: [
        [0, 'a:1 b:1'],
        [10, 'a:1'],
        [20, 'a:1 b:1'],
      ],
      expected: [],
    },
    {
      name: 'a pod whose clock is ahead',
      looks: [
        [0, 'a:1'],
        [10, 'b:2@55'],
      ],
      expected: ['b:2@10'],
    },
    {
      name: 'rolled back, while the last of the newer ones is still there: not yet',
      looks: [
        [0, 'a:1 b:1'],
        [10, 'c:2 d:2'],
        [40, 'd:2 e:1'],
      ],
      expected: ['c:2@10', 'd:2@10'],
    },
  ])('$name', ({ looks, expected }) => {
    expect(told(booked(looks))).toEqual([...expected].toSorted())
  })
})
