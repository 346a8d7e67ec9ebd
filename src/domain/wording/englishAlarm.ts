import { count } from './englishCount.ts'

const ALL_OUT: Readonly<Record<number, string>> = { 1: 'its only pod is out', 2: 'both pods are out' }

/** What is said of tickets that open by themselves: kept in their log, as it was said. */
export const englishAlarm = {
  title: (service: string, what: string) => `${service}: ${what}`,
  well: (service: string) => `${service} is well`,
  tier: (tier: number, isAssumed: boolean) => (isAssumed ? `no tier (as tier ${tier})` : `tier ${tier}`),
  why: (tier: string, impact: string) => `${tier}, ${impact}`,
  set: (priority: number) => `P${priority} is set for this service in the fleet file`,
  impact: {
    allOut: (pods: number) => ALL_OUT[pods] ?? `all ${pods} pods are out`,
    quorumLost: (out: number, pods: number, least: string) =>
      `${out} of ${pods} pods are out, and less than the quorum of ${least} is left`,
    felt: (pods: string) => `callers feel it, ${pods} in trouble`,
    soon: (limit: string) => `at its limit ${limit}, before the next working morning`,
    later: (limit: string) => `at its limit ${limit}, not before the next working morning`,
    notFelt: (pods: string) => `callers do not feel it yet, ${pods} in trouble`,
  },
  podsInTrouble: (red: number, pods: number) => (red === 0 ? 'no pod' : `${red} of ${count(pods, 'pod')}`),
  podsRed: (red: number, pods: number) => `${red} of ${count(pods, 'pod')} red`,
  hypercare: (why: string, reason: string) => `${why}; one step up in hypercare (${reason})`,
  raised: (title: string, why: string) => `${title}: ${why}`,
  autoResolved: 'All that opened it has been well for long enough.',
  endedBefore: 'It began and ended while nobody was looking.',
}
