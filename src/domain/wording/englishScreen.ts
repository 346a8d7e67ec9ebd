import type { Light } from '#src/domain/verdict/light.ts'

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

const LIGHT: Readonly<Record<Light, string>> = {
  green: 'OK',
  orange: 'WATCH',
  red: 'ACT',
  unknown: 'CANNOT SEE',
}

/** The texts of the screens in English: headings, controls, states, what to do. */
export const englishScreen = {
  product: 'Morning Check',
  light: LIGHT,
  fleet: {
    allWell: (n: number) => (n === 1 ? 'The one service is well' : `All ${n} services are well`),
    none: 'No service to watch',
    act: (n: number, first: boolean) =>
      first ? `${count(n, 'service')} ${n === 1 ? 'needs' : 'need'} action` : `${n} need action`,
    watch: (n: number, first: boolean) => (first ? `${count(n, 'service')} to watch` : `${n} to watch`),
    unseen: (n: number, first: boolean) =>
      first ? `${count(n, 'service')} cannot be seen` : `${n} cannot be seen`,
    well: (n: number) => `${n} well`,
    blindWord: 'BLIND',
    blind: {
      offline: 'This browser is offline',
      homeUnreachable: 'The gateway of this page does not answer',
      mostFailed: (failed: number, of: number) => `${failed} of ${of} pods failed in the same cycle`,
    },
    blindMeaning: 'what you see is the last known state, not an outage of the services',
    worse: (names: string, n: number, light: Light) => {
      const one = { red: 'needs action', orange: 'is to watch', unknown: 'cannot be seen', green: 'is well' }
      const many = {
        red: 'need action',
        orange: 'are to watch',
        unknown: 'cannot be seen',
        green: 'are well',
      }
      return `${names} ${(n === 1 ? one : many)[light]} now`
    },
  },

  fleetSize: (services: number, pods: number) => `${count(services, 'service')}, ${count(pods, 'pod')}`,
  section: { act: 'Act now', watch: 'Watch', unseen: 'Cannot see', well: 'All well' },
  filters: 'Show only',
  kindCount: (n: number, kind: string) => `${n} ${kind}`,
  find: 'Find a service, pod or team',
  findKey: '/',
  noMatch: (what: string) => `No service, pod or team matches “${what}”.`,
  noneShown: 'No service has a light you chose.',
  showAll: 'Show all',
  theme: { auto: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' },
  keys: 'Keys',
  seen: 'seen',
  ago: 'ago',
  notSeen: 'nothing seen yet',

  pods: (n: number) => `×${n}`,
  podLight: (pod: string, light: string) => `${pod}: ${light}`,
  podsLabel: (n: number, lights: string) => `${count(n, 'pod')}: ${lights}`,
  lightCount: (n: number, light: string) => `${n} ${light}`,
  plus: (n: number) => `+${n}`,
  tier: (n: number) => `tier ${n}`,
  moreReasons: (n: number) => count(n, 'more reason'),
  wasLight: (light: string, moment: string) => `was ${light} at ${moment}`,
  firstAnswer: 'not seen yet',
  link: { runbook: 'Runbook', dashboard: 'Dashboard', logs: 'Logs', channel: 'Channel' },

  panel: {
    loading: 'Asking the watch for its pods',
    gone: (service: string) => `The fleet file names no service ${service} any more.`,
    reasons: 'Reasons',
    readings: 'Readings',
    endpoints: 'Endpoints',
    endpoint: { health: 'health', ready: 'ready', metrics: 'metrics', version: 'version' },
    looking: 'looking for its path',
    answered: 'answered',
    notAsked: 'not asked yet',
    in: (took: string) => `in ${took}`,
    checks: 'Checks',
    before: 'Before it failed:',
    healthState: { ok: 'OK', degraded: 'degraded', down: 'DOWN', unknown: 'does not say' },
    readAs: (format: string) => `read as ${format}`,
    noChecks: 'Its health page names no checks.',
    noHealth: 'No health answer yet.',
    noSignals: 'No signal was recognised in its metrics.',
    signals: 'Signals',
    of: 'of',
    recent: (good: number, of: number) => `${good} of the last ${of} probes good`,
    noRecent: 'no probe yet',
    logs: 'Last log lines',
    running: 'Running',
    version: 'version',
    commit: 'commit',
    built: 'built',
    runtime: 'runtime',
    started: 'started',
    probes: 'probes',
    address: 'address',
  },

  watch: {
    starting: 'Starting the watch',
    noWorker: (age: string) => `The watch has not answered for ${age}: reload the page`,
    reading: (url: string) => `Reading ${url}`,
    waiting: 'Waiting for the first answers',
    saved: (moment: string) => `Last seen ${moment}, on an earlier visit`,
    savedMeaning: 'The watch is starting; every light is grey until its pods are seen again.',
    stalled: (moment: string) => `No word from the watch since ${moment}`,
    stalledMeaning:
      'What you see is old, so nothing is shown as well. Reload the page if this lasts; the tab or the computer may have slept.',
    blindSince: (moment: string) => `This dashboard is blind since ${moment}`,
    shared: 'one poller for all tabs',
    dedicated: 'polled by this tab',
    fleetRead: (moment: string) => `fleet file read ${moment}`,
  },

  fleetFile: {
    gatewayTitle: (origin: string) => `The gateway at ${origin} does not answer`,
    gatewayFix: 'Start it again with',
    gatewayCommand: 'npm start',
    missingTitle: (url: string) => `The fleet file ${url} cannot be read`,
    missingFix: 'Put fleet.json beside index.html, or name another one with',
    missingCommand: '?fleet=<address>',
    invalidTitle: (n: number) => `The fleet file has ${count(n, 'fault')}`,
    invalidFix: 'Correct it and save: it is read again by itself, no reload is needed.',
    lastGood: 'The last good one stays in use.',
    showFaults: 'Show the faults',
    retry: 'It is tried again by itself.',
    since: (moment: string) => `since ${moment}`,
    whole: 'the whole file',
    where: 'Where',
    found: 'Found',
    expected: 'Expected',
    write: 'What to write',
    refused: (url: string, origin: string) =>
      `The fleet file ${url} is of another origin (${origin}), which this dashboard does not trust. Put it beside this page, or name the origin in its <meta name="fleet-origins">.`,
    unclear: (url: string) => `?fleet=${url} is not an address. Write a path such as ?fleet=my-fleet.json.`,
    refusedTitle: 'This fleet file is not opened',
  },

  emptyFleet: {
    title: 'The fleet has no service yet',
    fix: 'A name and an address make a service; all else has a default or is found out. Write in the fleet file:',
  },
  noPage: {
    title: 'No such page',
    text: (path: string) => `Nothing is at #${path}.`,
    home: 'To the digest',
  },
  crash: {
    title: 'This screen stopped drawing',
    text: 'The watch itself goes on in its worker; only the page has to be loaded again. What stopped it:',
    reload: 'Reload',
    forget: 'Forget the saved digest and reload',
  },

  help: {
    close: 'Close',
    list: [
      ['j  ↓', 'next service'],
      ['k  ↑', 'previous service'],
      ['Enter', 'open or close it: all reasons, pods, signals, logs'],
      ['←  →', 'from pod to pod, on a service’s pods'],
      ['1  2  3  4', 'only ACT, WATCH, CANNOT SEE, OK'],
      ['0', 'show all'],
      ['/', 'find a service, pod or team'],
      ['Esc', 'close, clear, leave'],
      ['?', 'this list'],
    ] as readonly (readonly [string, string])[],
    single: 'Single-letter keys work',
  },
}
