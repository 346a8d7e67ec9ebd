type Words = { readonly expected: string; readonly repair: string }

/** As `EXPECTATIONS`, of what is said about tickets, their rota and their alerts. */
export const TICKET_EXPECTATIONS: Readonly<Record<string, Words>> = {
  moment: {
    expected: 'a day or a moment that exists',
    repair: 'Write "2026-11-16", "2026-11-16T09:00", or with an offset "2026-11-16T09:00+01:00".',
  },
  date: { expected: 'a date that exists', repair: 'Write year, month and day: "2026-12-25".' },
  clockEnd: {
    expected: 'a time of day such as 18:00, at most 24:00',
    repair: 'Write hours and minutes: "18:00".',
  },
  reason: {
    expected: 'why, in 1 to 200 characters: people read it',
    repair: 'Write for example "reason": "go-live of the new prices".',
  },
  from: { expected: 'when it begins', repair: 'Write "from": "2026-11-16", or a time where it is of a day.' },
  to: { expected: 'when it ends', repair: 'Write "to": "2026-11-20", or a time where it is of a day.' },
  who: { expected: 'the name of a person', repair: 'Write for example "who": "Anna".' },
  days: { expected: 'a list of days of the week', repair: 'Write "days": ["mon", "tue"].' },
  people: { expected: 'a list of names', repair: 'Write "people": ["Anna", "Ben"].' },
  flag: { expected: 'true or false', repair: 'Write true or false, without quotes.' },
  token: {
    expected: '1 to 32 letters, digits, _ or -',
    repair: 'Write for example "run".',
  },
  natsUrl: {
    expected: 'a ws or wss URL without user name, password, query or fragment',
    repair: 'Write for example "wss://nats.example.com". Who signs in types name and password on the page.',
  },
  'nats.url': {
    expected: 'the ws or wss URL of the server’s WebSocket listener',
    repair: 'Write for example "url": "wss://nats.example.com".',
  },
  target: {
    expected: 'a duration such as 15m or 4h, or working days such as 3bd',
    repair: 'Write a whole number and a unit: "4h", or "3bd" for three working days.',
  },
  targetDays: {
    expected: 'hours or working days, as its calendar has working hours: a d is 24 of them',
    repair: 'Write working days, "3bd", or hours, "27h".',
  },
  priority: { expected: 'a priority from P1 to P5', repair: 'Write "P1", "P2", "P3", "P4" or "P5".' },
  person: {
    expected: 'a name, or an object with name and aliases',
    repair: 'Write "Anna" or { "name": "Anna", "aliases": ["anna.k"] }.',
  },
  turn: { expected: 'whole days, at least one', repair: 'Write for example "7d".' },
  rotaPeople: {
    expected: 'at least one name',
    repair: 'Write "people": ["Anna", "Ben"], or leave rota out.',
  },
  matcher: {
    expected: 'a matcher as Alertmanager takes it: a label, one of = != =~ !~, and a value',
    repair: String.raw`Write for example "team=\"payments\"".`,
  },
  labels: { expected: 'at least one label', repair: 'Write ["service"], or leave it out.' },
  silenceFor: { expected: 'a duration of at least 1m', repair: 'Write for example "15m".' },
  resolveTimeout: { expected: 'a duration of at least 1s', repair: 'Write for example "5m".' },
  every: { expected: 'a duration of at least 5s', repair: 'Write for example "15s".' },
  window: {
    expected: 'at least some hours of work in the week',
    repair: 'Name a day, or leave it out for Monday to Friday 09:00 to 18:00.',
  },
  hoursTwice: {
    expected: 'either hours, or days, from and to',
    repair: 'Move days, from and to into the list of hours.',
  },
  alwaysTaken: {
    expected: 'any other name: "always" stands for day and night',
    repair: 'Rename the calendar.',
  },
  whose: {
    expected: 'either a service or a team',
    repair: 'Write "service": "orders" or "team": "payments".',
  },
}
