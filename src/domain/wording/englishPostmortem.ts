/** The texts of a post-mortem's draft in English: Markdown. What is asked of its writers stands in italics. */
export const englishPostmortem = {
  title: (code: string, title: string) => `Post-mortem ${code}: ${title}`,
  hint: 'Drafted from the log of the ticket. It is about systems and decisions, not about people: write what the system let happen, and no names among the causes. What stands in italics is to be filled in.',
  heading: {
    summary: 'Summary',
    impact: 'Impact',
    detection: 'Detection',
    timeline: 'Timeline',
    causes: 'Causes',
    trigger: 'Trigger',
    root: 'Root cause',
    contributing: 'Contributing factors',
    whys: 'Five whys',
    well: 'What went well',
    badly: 'What went badly',
    luck: 'Where we were lucky',
    actions: 'Actions',
    followUp: 'Follow-up',
  },
  ask: {
    users: '_Who was affected: how many, and what could they not do?_',
    earlier: '_Could it have been seen earlier? By what?_',
    trigger: '_What changed right before it: a deploy, load, a dependency, data?_',
    root: '_Without what would it not have happened? See the five whys._',
    contributing: '_What made it worse, or last longer?_',
    well: '_What else helped?_',
    badly: '_What else was in the way?_',
    luck: '_What could have made it worse, and did not?_',
  },

  priority: (n: number) => `P${n}`,
  noService: 'no service named',
  summary: (priority: string, service: string, title: string) => `${priority} of ${service}: “${title}”.`,
  began: (moment: string) => `It began ${moment}`,
  acknowledgedAfter: (spent: string) => `acknowledged after ${spent}`,
  notAcknowledged: 'acknowledged by nobody',
  restoredAfter: (spent: string) => `restored after ${spent}`,
  notRestored: (moment: string) => `not restored as of ${moment}`,
  resolution: (note: string) => `Resolved with the words: “${note}”.`,

  fromTo: (from: string, to: string, lasted: string) => `From ${from} to ${to}: ${lasted}.`,
  fromOn: (from: string) => `From ${from}, and it goes on.`,
  wellBetween: (lasted: string) => `Well again in between for ${lasted}.`,
  services: (names: string) => `Services: ${names}.`,

  how: (source: string, why: string) => (why === '' ? `It was ${source}.` : `It was ${source}: ${why}.`),
  timeToDetect: (lasted: string) => `Time to detect: ${lasted}.`,

  time: (wall: string, zone: string) => `${wall} ${zone}`,
  utc: 'UTC',
  column: { what: 'What happened', why: 'Why', evidence: 'What shows it', nth: '#' },
  event: {
    began: 'The failure began',
    opened: (source: string, priority: string) => `Seen, and ${source} as ${priority}`,
    signalAdded: (title: string) => `Joined by: ${title}`,
    signalCleared: (title: string) => `Well again: ${title}`,
    acknowledged: 'Acknowledged',
    joined: 'One more person was on it',
    externalAck: (comment: string) => `Its alert was silenced elsewhere: “${comment}”`,
    requalified: (from: string, to: string, reason: string) =>
      reason === '' ? `${from} became ${to}` : `${from} became ${to}: “${reason}”`,
    paused: (reason: string, note: string) =>
      note === '' ? `Clock paused, ${reason}` : `Clock paused, ${reason}: “${note}”`,
    resumed: 'Clock ran again',
    commented: (text: string) => `Note: “${text}”`,
    merged: (code: string) => `Merged into ${code}`,
    unmerged: (code: string) => `Parted from ${code}`,
    restored: 'The service was restored',
    resolved: (note: string) => (note === '' ? 'Resolved' : `Resolved: “${note}”`),
    reopened: (reason: string) => (reason === '' ? 'Opened again' : `Opened again: “${reason}”`),
    policyChanged: (reason: string) =>
      reason === '' ? 'Other promises applied' : `Other promises applied: “${reason}”`,
    breached: (clock: string, priority: string) => `${clock} of a ${priority} was breached`,
    breachedByChange: (clock: string, priority: string) =>
      `${clock} of a ${priority} was past its limit when it became one`,
  },

  seenAtOpening: (reason: string) => `Seen when it was opened: ${reason}`,
  version: (version: string) => `Version at that time: ${version}`,
  lastWhy: (answer: string) => `As the five whys have it: ${answer}`,
  alsoFailed: (title: string, service: string) => `${title} (${service}) failed with it`,
  cameBack: (n: number) => `It came back ${n} ${n === 1 ? 'time' : 'times'} before it was over`,
  recurrence: (code: string) => `It is the same as ${code}, which was resolved before`,
  waited: (reason: string) => `Work on it stood still: ${reason}`,

  kept: (clock: string, spent: string, target: string) => `${clock} was ${spent}, of ${target} agreed.`,
  missed: (clock: string, spent: string, target: string) =>
    `${clock} was ${spent}: more than the ${target} agreed.`,
  nobodyAcknowledged: 'It was well again before anybody acknowledged it.',

  actions: {
    columns: ['Action', 'Kind', 'Owner', 'Due', 'Link'],
    kinds: ['prevent', 'detect', 'mitigate', 'process'],
  },
  followUp: (date: string) => `Look at the actions again on ${date}.`,
}
