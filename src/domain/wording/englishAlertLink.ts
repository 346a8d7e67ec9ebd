/** The texts of the page that an alert links to, in English. */
export const englishAlertLink = {
  home: 'All services',
  title: (service: string) => `Alert on ${service}`,
  titleUnknown: 'Alert',

  said: {
    title: 'What the alert says',
    failed: (what: string, how: string) => `${what}: ${how}`,
    answered: (request: string, status: string) => `${request} answered ${status}`,
    service: 'service',
    calledSo: (service: string, called: string) => `${service}, called ${called} by the alert`,
    notOfFleet: (called: string) => `${called}, which is not in this fleet`,
    pod: 'pod',
    podGone: (pod: string) => `${pod}, which is not running now`,
    attempted: 'attempted',
    causes: 'failed because',
    leftOut: (n: number) => `${n} more in between`,
    request: 'request',
    host: 'far side',
    status: 'status',
    priority: 'priority',
    signal: 'signal',
    at: 'fired at',
    ago: (moment: string, age: string) => `${moment}, ${age} ago`,
    toCome: (moment: string) => `${moment}, which is still to come by this clock`,
    labels: 'labels',
    runbook: 'runbook',
    runbookLink: 'Runbook of the alert',
    whole: 'Message as it came',
    cut: 'The message was cut: what came last in it is missing.',
    noMessage: 'It came without a message.',
  },

  /** What a failure comes to, and where to look. */
  meaning: {
    authorisation:
      'Whoever asks is not allowed to: look at its credentials, its roles, and what of them changed.',
    missing:
      'What was asked for is not there: look at the path and the identifier, and at what was deployed last.',
    timeout:
      'The answer took too long: look at the latency of the far side, then at the deadline of the caller.',
    'too-many': 'The far side asks for fewer requests: look at traffic and at retries.',
    refused: 'The far side refused what it was sent: look at what the caller sends since its last deploy.',
    'far-side': 'The far side failed: look there first.',
    unreachable: 'Nobody answers at that address: look whether the far side runs, then at the network.',
    name: 'The name of the far side leads nowhere: look at DNS and at the configured address.',
    certificate: 'Its certificate is not accepted: look at its expiry, its names and who signed it.',
    'cut-off': 'The far side closed the connection before it had answered: look for restarts there.',
    empty: 'It answered, with nothing in it: look at the data before the transport.',
  },

  /** What of a link could not be used. */
  fault: {
    priority: (given: string) =>
      `“${given}” is no priority: P1 to P5, or a severity that the fleet file knows.`,
    at: (given: string) => `“${given}” is no moment: 2026-11-22T03:12:00Z, or seconds since 1970.`,
    signal: (given: string) => `“${given}” is no signal of this dashboard.`,
    fingerprint: (given: string) => `“${given}” is no fingerprint of an alert.`,
    runbook: (given: string) => `The runbook “${given}” is left out: only http and https are followed.`,
  },

  now: {
    title: (service: string, light: string) => `${service} now: ${light}`,
    loading: 'Asking the watch for the fleet',
    noFleet: 'No fleet file is in use, so nothing is known of any service.',
    pods: 'Pods',
    morePods: (n: number) => `${n} more`,
    old: (age: string) => `This is as it was ${age} ago: the watch does not answer.`,
    service: 'Service',
    pod: 'Pod',
  },

  noTime: 'The link names no time, so only the present is shown.',

  ticket: {
    title: 'Ticket',
    loading: 'Asking for the tickets',
    none: 'There is no ticket for it yet.',
    take: 'Acknowledge and take',
    takeNew: 'Open a ticket, acknowledge and take it',
    busy: 'On its way to the log',
    yours: (code: string) => `${code} is yours.`,
    openedYours: (code: string) => `${code} is open, and yours.`,
    notYours: (code: string, why: string) => `${code} is open, but not taken: ${why}`,
    owner: (who: string) => `taken by ${who}`,
    nobody: 'nobody has it',
    last: (code: string, moment: string) => `The last one, ${code}, was resolved ${moment}.`,
    also: 'Also open on this service:',
    others: 'Open on this service, of something else as far as can be told:',
    more: (n: number) =>
      n === 1 ? 'one more open ticket of this service' : `${n} more open tickets of this service`,
    comment: (message: string) => `Taken from an alert that says: ${message}`,
    notNoted: 'What the alert says could not be added to it.',
    nothingDone: 'Nothing is done before you press it.',
    noAnswer: 'The watch did not take it: it is starting, or has ended. Try again.',
    untitled: (service: string) => `Alert on ${service}`,
    runbook: 'Runbook',
  },

  unknown: {
    title: (called: string) => `There is no service ${called} here`,
    unnamed: 'The link names no service',
    text: 'Choose the one that is meant, to see how it is.',
    nearest: 'Did you mean',
    find: 'Find a service',
    none: (typed: string) => `No service is called anything like “${typed}”.`,
    more: (n: number) => `${n} more: type on`,
  },

  empty: {
    title: 'Where alert links lead',
    lead: 'A notification that links here shows the service as it was when the alert fired and as it is now, the ticket that exists, and takes it with one key.',
    examples: 'It is made of what an alert knows; any part may be left out:',
    templates: 'The README has templates for Alertmanager, Grafana, PagerDuty and Slack.',
  },

  keyList: [
    ['a', 'acknowledge and take'],
    ['s', 'the service'],
    ['p', 'its pod'],
    ['t', 'the ticket'],
    ['Esc', 'all services'],
  ],
} as const

/** Links as they may look; the first is the longest. */
export const ALERT_LINK_EXAMPLES: readonly string[] = [
  '#/alert?service=orders&pod=orders-2&priority=P2&at=2026-11-22T03:12:00Z&message=[orders] charge: POST /v1/charge: 502',
  '#/alert?message=[orders] charge: POST /v1/charge: 502',
  '#/alert?filter={service="orders",severity="critical"}',
  '#/alert?q=service=orders&q=@state=active',
]
