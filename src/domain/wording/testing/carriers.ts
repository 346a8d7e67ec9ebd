/** For tests: one pod is out, and the other drops a fifth of what it carries for both. */
export const DROPPING = { out: ['a-2'], full: [], by: ['a-1'], share: 1, drops: 0.2, left: 0.01 } as const

/** For tests: two of three are out at their limit, and the third has room left. */
export const SPENT = {
  out: ['a-1', 'a-2'],
  full: ['a-1', 'a-2'],
  by: ['a-3'],
  share: 1,
  drops: null,
  left: 0.31,
} as const
