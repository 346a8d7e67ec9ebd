import { TICKET_EXPECTATIONS } from './ticketExpectations.ts'

/** What was expected and how to mend it, in words, for every key that `fleetFile.ts` uses as a message. */
export const EXPECTATIONS: Readonly<Record<string, { readonly expected: string; readonly repair: string }>> =
  {
    fleet: {
      expected: 'a JSON object',
      repair: 'Write { "services": [ { "name": "orders", "url": "http://…" } ] }.',
    },
    services: {
      expected: 'a list of services',
      repair: 'Write "services": [ { "name": "orders", "url": "http://…" } ].',
    },
    object: { expected: 'an object', repair: 'Write { … } here.' },
    array: { expected: 'a list', repair: 'Write [ … ] here.' },
    name: {
      expected: 'a name of 1 to 100 characters without / \\ ? # %',
      repair: 'Write the name people use, such as "orders".',
    },
    text: { expected: 'a text of at most 500 characters', repair: 'Put it in quotes, and shorten it.' },
    duration: {
      expected: 'a duration such as 15s, 4h or 7d',
      repair: 'Write a whole number and a unit: "15s".',
    },
    size: {
      expected: 'a size such as 512MiB or 4GiB (units of 1024), or 4GB (of 1000)',
      repair: 'Write a number and a unit: "4GiB".',
    },
    url: {
      expected: 'an http(s) URL without user name, query or fragment, or a path relative to this file',
      repair: 'Write for example "http://10.0.0.7:8080".',
    },
    shownUrl: {
      expected: 'a whole http(s) URL without user name, query or fragment',
      repair: 'Leave it out, or write for example "http://10.0.0.7:8080".',
    },
    link: {
      expected: 'an http(s) link',
      repair: 'Write a whole link such as "https://wiki.example/runbook".',
    },
    path: { expected: 'a path that begins with one /', repair: 'Write for example "/health".' },
    endpoint: {
      expected: 'a path such as "/health", or false for none',
      repair: 'Write the path in quotes, or false where there is no such endpoint.',
    },
    share: { expected: 'a number from 0 to 1', repair: 'Write 0.8 for 80 %.' },
    factor: { expected: 'a factor from 1 to 1000', repair: 'Write for example 1.5.' },
    perSecond: { expected: 'a number from 0 on: so many a second', repair: 'Write for example 0.5.' },
    count: { expected: 'a whole number from 1 to 1000', repair: 'Write for example 3.' },
    series: { expected: 'a whole number from 1 on', repair: 'Write for example 20000.' },
    workers: {
      expected: 'how many workers a pod has, a whole number from 1 on',
      repair: 'Write for example 16.',
    },
    bound: { expected: 'a number, or a size such as 4GiB', repair: 'Write 4096, or "4GiB" for bytes.' },
    signal: {
      expected: 'the name of a signal',
      repair: 'Use one of the names in the schema, such as memory or fds.',
    },
    mappable: {
      expected: 'the name of a signal that a metric may tell',
      repair: 'Use one of the names in the schema, such as queueDepth or latencyP99.',
    },
    mapped: {
      expected: 'the name of a metric, or an object with metric',
      repair:
        'Write "shop_jobs_waiting" or { "metric": "shop_jobs_waiting", "labels": { "queue": "mail" } }.',
    },
    metric: {
      expected: 'the name of a metric: letters, digits, _ and :, no digit first, without labels',
      repair: 'Write for example "shop_jobs_waiting"; labels go under "labels".',
    },
    labelValue: {
      expected: 'a label value as a text, or a list of such',
      repair: 'Write for example "mail" or [ "mail", "sms" ].',
    },
    scale: { expected: 'a number above 0', repair: 'Write 0.001 for milliseconds.' },
    pod: {
      expected: 'a URL, or an object with url and name',
      repair: 'Write "http://10.0.0.7:8080" or { "name": "orders-1", "url": "http://10.0.0.7:8080" }.',
    },
    tier: { expected: 'a tier from 1 (most important) to 4', repair: 'Write 1, 2, 3 or 4.' },
    namespace: {
      expected: 'the name of a namespace: lower-case letters, digits and -',
      repair: 'Write for example "shop".',
    },
    workload: {
      expected: 'the name of a deployment, or statefulset/… or daemonset/… before it',
      repair: 'Write for example "orders" or "statefulset/orders".',
    },
    clock: { expected: 'a time of day such as 08:55', repair: 'Write hours and minutes: "08:55".' },
    timeZone: {
      expected: 'the IANA name of a time zone',
      repair: 'Write for example "Europe/Paris", or leave it out.',
    },
    weekday: {
      expected: 'a day of the week',
      repair: 'Write "mon", "tue", "wed", "thu", "fri", "sat" or "sun".',
    },
    label: {
      expected: 'the name of a label: letters, digits and _, no digit first',
      repair: 'Write for example "cluster".',
    },
    credentials: {
      expected: '"omit" or "include"',
      repair: 'Leave it out, or write "include" where a single-sign-on proxy needs its cookies.',
    },
    ...TICKET_EXPECTATIONS,
  }
