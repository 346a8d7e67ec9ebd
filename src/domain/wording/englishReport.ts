import type { SectionId } from '#src/domain/report/checkReport.ts'
import { count } from './englishCount.ts'

const HEADING: Readonly<Record<SectionId, string>> = {
  gaps: 'Not seen',
  act: 'Act now',
  watch: 'Watch',
  unseen: 'Cannot see',
  acked: 'Acknowledged, and still red',
  recovered: 'Recovered',
  drifts: 'Trends',
  started: 'Deploys, restarts and newcomers that are well',
  open: 'Open tickets',
  restored: 'Tickets that are over',
  watches: 'Watched',
  silences: 'Silences',
  marks: 'Looked at',
  gone: 'No longer in the fleet',
  unknown: 'Nothing is known of their night',
  partly: 'Seen for a part of the time only',
  well: 'Well',
  week: 'Numbers of the week',
}

/** The texts of reports and handovers of a morning check in English. */
export const englishReport = {
  heading: HEADING,
  headline: (fleet: string, day: string) => `Morning check of ${fleet}, ${day}`,
  handover: (by: string) => `Handover of ${by}`,
  handoverOf: (fleet: string, moment: string) => `${fleet}, ${moment}`,
  period: (from: string, to: string, zone: string) => `From ${from} to ${to}, times in ${zone}.`,
  sentence: (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`),
  signed: (by: string, moment: string) => `Signed by ${by}, ${moment}.`,
  notSigned: 'Not signed.',
  quoted: (note: string) => `“${note}”`,
  more: (n: number) => `and ${n} more`,
  cut: '\n…\n',
  whole: 'The check on the dashboard',
  wholeLink: '#/check',

  reasons: (n: number) => `and ${count(n, 'more reason')}`,
  atWorst: (reason: string) => `at its worst: ${reason}`,
  under: (root: string) => `shown under ${root}, the suspected root`,
  unwatched: (lasted: string, n: number) => `Nobody watched for ${lasted}, in ${count(n, 'gap')}.`,
  tickets: (tickets: string, n: number) => `${n === 1 ? 'ticket' : 'tickets'} ${tickets}`,
  ticket: (code: string, state: string) => `${code} ${state}`,
  ticketName: (code: string, priority: number, title: string) => `${code} P${priority} ${title}`,
  deedsBefore: (n: number) => `${count(n, 'deed')} before that`,
  assigned: (to: string) => `with ${to}`,

  clock: {
    running: (clock: string, due: string) => `${clock} due ${due}`,
    noDue: (clock: string) => `${clock} not due`,
    atRisk: (clock: string, due: string) => `${clock} at risk, due ${due}`,
    breached: (clock: string, due: string) => `${clock} BREACHED, was due ${due}`,
    paused: (clock: string, left: string) => `${clock} paused, ${left} left`,
    pausedOver: (clock: string, over: string) => `${clock} paused, ${over} over`,
  },

  lookedAt: (n: number) => `${count(n, 'matter')} looked at.`,

  week: {
    available: (share: string, seen: string) => `${share} of ${seen} seen not red`,
    redSpells: (n: number) => count(n, 'time') + ' red',
    deploys: (n: number, failed: number) =>
      failed === 0 ? count(n, 'deploy') : `${count(n, 'deploy')}, ${failed} followed by red`,
    unseenDeploys: (n: number) => `${count(n, 'deploy')} seen only afterwards`,
    calm: (n: number) => `${count(n, 'service')} with no red and no deploy`,
  },

  /** Over the columns of a table of the HTML report. */
  column: {
    light: 'Light',
    name: 'Service',
    ticket: 'Ticket',
    matter: 'Matter',
    when: 'Since when',
    state: 'State',
    at: 'At',
    deed: 'What was done',
    lines: 'What is known',
    spark: 'Line',
  },
  counts: 'Services by light',

  csv: {
    kind: 'kind',
    service: 'service',
    light: 'light',
    from: 'from UTC',
    to: 'to UTC',
    minutes: 'seen min',
    red: 'red min',
    atLeast: 'at least',
    what: 'what',
    ticket: 'ticket',
    priority: 'priority',
    tta: 'TTA min',
    trs: 'TRS min',
    breaches: 'breaches',
    yes: 'yes',
    of: {
      gap: 'nobody watched',
      spell: 'trouble',
      unseen: 'not seen',
      deploy: 'deploy',
      restart: 'restart',
      ticket: 'ticket',
    },
  },
  gap: 'nobody watched',
  unseen: 'could not be seen',
  deploy: (version: string | null) => (version === null ? 'another version' : version),

  fault: {
    tooLarge: (most: string) => `The file is larger than the ${most} that are read.`,
    notJson: (line: number, column: number) => `The file is not valid JSON: line ${line}, column ${column}.`,
    endsEarly: (line: number, column: number) =>
      `The file ends before it is whole, in line ${line}, column ${column}: copy or download it again.`,
    other: 'The file is JSON, but neither a report nor a handover of a morning check.',
    noHandover: 'The file is a report alone: a handover brings the log it was made of, too.',
    newer: (version: number) =>
      `The file was written by a newer build (layout ${version}): reload this page to get that build.`,
    faulty: (place: string, expected: string) =>
      place === ''
        ? 'The file is not as a report is written.'
        : `The file is not as a report is written: at ${place} ${expected === '' ? 'stands something else' : `there should be ${expected}`}.`,
  },
}
