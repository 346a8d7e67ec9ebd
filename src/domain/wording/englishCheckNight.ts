import { count } from './englishCount.ts'

const both = (spans: readonly string[]): string => spans.join(' and ')

/** What is said of the times that a check looks back to, and of silences, in English. */
export const englishCheckNight = {
  gap: (span: string, took: string) => `Nobody watched ${span} (${took}): what happened then is not known.`,
  wholeGap: (from: string, took: string) =>
    `Nobody watched since ${from} (${took}): what happened then is not known.`,
  wholeShort: 'nobody watched in all that time',
  gapsShort: (spans: readonly string[]) => `nobody watched ${both(spans)}`,
  gapsMany: (n: number, took: string, longest: string) =>
    `nobody watched ${n} times (${took} together, the longest ${longest})`,
  filled: (spans: readonly string[], took: string) =>
    `${both(spans)} (${took}) is known from Prometheus only: health pages were not read then.`,
  filledMany: (n: number, took: string) =>
    `${n} times (${took} together) are known from Prometheus only: health pages were not read then.`,
  filling: 'Prometheus is still being asked for what nobody watched.',
  fillFault: (why: string) => `Prometheus could not tell what nobody watched: ${why}`,
  silence: (what: string, by: string, until: string) => `${what}: silenced by ${by} until ${until}`,
  withComment: (text: string, comment: string) => `${text}: ${comment}`,
  noAlertmanager: 'No Alertmanager belongs to this fleet.',
  silencesUnknown: (why: string) => `Silences are not known: ${why}`,
  silences: (n: number, moment: string) =>
    `${n === 0 ? 'No silence' : count(n, 'silence')} in Alertmanager, as of ${moment}.`,
} as const
