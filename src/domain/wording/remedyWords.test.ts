import { expect, it } from 'vitest'
import type { Finding } from '#src/domain/diagnosis/finding.ts'
import { NOW } from '#src/domain/pattern/testing/seenOf.ts'
import { days, hours, minutes } from '#src/domain/time/units.ts'
import { diagnosisLines } from './diagnosisWords.ts'
import { DROPPING, SPENT } from './testing/carriers.ts'

const READER = { now: NOW, timeZone: 'Europe/Paris' }

const MITIGATE: Finding<'mitigate'> = {
  step: 'mitigate',
  answer: 'yes',
  remedy: { how: 'shed' },
  isUnplaced: false,
  command: null,
}

it.each<[Finding, string]>([
  [MITIGATE, 'let callers try again less often, or shed load; a restart only adds cold caches'],
  [
    { ...MITIGATE, remedy: { how: 'elsewhere', service: 'prices' } },
    'not here: a restart changes nothing while prices is in trouble',
  ],
  [
    { ...MITIGATE, remedy: { how: 'wait', until: NOW + minutes(30) } },
    'it is over at 07:00; give the job other hours or its own resources',
  ],
  [
    { ...MITIGATE, remedy: { how: 'rollback', version: '4.2.0' } },
    'take deploy 4.2.0 back; that also takes back whatever else came with it, so look at its migrations first',
  ],
  [
    { ...MITIGATE, remedy: { how: 'warm', until: NOW + minutes(12) } },
    'no rollback: it passes as caches warm, at 06:42 at the latest',
  ],
  [
    { ...MITIGATE, remedy: { how: 'drain' } },
    'no rollback, which ends every pod once more: give them a preStop pause and a longer grace period (terminationGracePeriodSeconds)',
  ],
  [
    { ...MITIGATE, remedy: { how: 'relieve', carried: DROPPING } },
    'bring a-2 back or add a pod before looking at the code; a-1 drops 20 % until then',
  ],
  [
    { ...MITIGATE, remedy: { how: 'relieve', carried: SPENT } },
    'take a-1 and a-2 out one by one and restart each; a-3 has 31 % of its capacity left',
  ],
  [
    { ...MITIGATE, remedy: { how: 'relieve', carried: { ...SPENT, out: [], full: ['a-1'], left: null } } },
    'take a-1 out and restart it',
  ],
  [
    { ...MITIGATE, remedy: { how: 'replace', pods: ['a-1'] } },
    'replace a-1; what it holds is lost, so look into it first',
  ],
  [
    { ...MITIGATE, remedy: { how: 'replace', pods: ['a-1', 'a-2'] } },
    'replace the 2 pods one by one; what they hold is lost, so look into one first',
  ],
  [
    { ...MITIGATE, remedy: { how: 'scale', from: 3, to: 5 } },
    'go from 3 pods to 5; each opens connections of its own to whatever it needs',
  ],
  [
    { ...MITIGATE, remedy: { how: 'restart', lasts: hours(12) } },
    'a restart gives about 12 h, and destroys the evidence: look into it first',
  ],
  [
    { ...MITIGATE, remedy: { how: 'restart', lasts: null }, isUnplaced: true },
    'a restart helps, and destroys the evidence: look into it first; the fleet file does not say where it runs ("kubernetes"), so there is no command',
  ],
  [
    { ...MITIGATE, remedy: { how: 'later', by: NOW + days(3) } },
    'not yet: the first limit is reached Mon about 06:30, which leaves time to find the cause',
  ],
  [{ ...MITIGATE, remedy: { how: 'later', by: null } }, 'nothing makes it better at once: find the cause'],
])('%j', (finding, text) => expect(diagnosisLines([finding], READER)[0]?.text).toBe(text))
