import { EXPECTATIONS } from './expectations.ts'
import type { FleetIssue } from './fleetIssue.ts'
import { printable } from './issueText.ts'

/** What is wrong in words of its own, or the key of `expectations.ts` where they are. */
type Words = keyof typeof EXPECTATIONS | Pick<FleetIssue, 'expected' | 'repair'>

/** One fault of a fleet file at a JSON path. */
export const faultAt = (path: string, found: unknown, words: Words): FleetIssue => ({
  path,
  found: printable(found),
  ...(typeof words === 'object' ? words : (EXPECTATIONS[words] ?? { expected: '', repair: '' })),
})
