import { count } from './englishCount.ts'
import type { DeployOutcome } from '#src/domain/deploy/deliveryOf.ts'

/** `redAt`: null where it was red as it began. */
const OUTCOME: Readonly<Record<DeployOutcome, (redAt: string | null) => string>> = {
  red: (redAt) => (redAt === null ? 'red as it began' : `red at ${redAt}`),
  well: () => 'no red seen after it',
  'so-far': () => 'no red so far',
  unseen: () => 'nobody watched',
}

/** What is said of a service's deploys, in English. Only the open row needs it: apart from `english.ts`. */
export const englishDeploy = {
  heading: 'Deploys',
  deploys: (n: number, watched: string, perWeek: string | null) =>
    `${count(n, 'deploy')} in ${watched} of watching${perWeek === null ? '' : ` (${perWeek} a week)`}`,
  noneIn: (watched: string) => `no deploy in ${watched} of watching`,
  noneWatched: 'no deploy was watched in the last 28 days',
  failed: (failed: number, of: number) =>
    failed === 0 ? 'none followed by red' : `${failed} of ${of} followed by red`,
  restored: (after: string, n: number) => `restored after ${after}${n === 1 ? '' : ` (median of ${n})`}`,
  notRestored: (n: number) => (n === 1 ? 'not seen restored' : `${n} not seen restored`),
  unseen: (n: number, isMore: boolean) => `${n}${isMore ? ' more' : ''} seen only afterwards`,
  anotherVersion: 'another version',
  pods: (n: number) => count(n, 'pod'),
  rollback: 'roll-back',
  outcome: OUTCOME,
}
