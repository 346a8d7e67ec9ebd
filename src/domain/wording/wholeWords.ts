import { failurePhrase } from './failureWords.ts'
import { formatNumber, formatRatio } from './formatNumber.ts'
import { listPods, namePods, podFacts } from './namePods.ts'
import { texts } from './texts.ts'
import { versionGroups } from './versionGroups.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'

const words = texts.reason

type Carrier = Reason<'load'>['pods'][number]

/** `drops 20 %`, `has 35 % of its capacity left`; null where the pod tells of neither. */
function howItCopes({ drops, busy, light }: Carrier): string | null {
  if (drops !== null && drops > 0 && light === 'red') return words.drops(formatRatio(drops))
  return busy === null ? null : words.room(formatRatio(Math.max(0, 1 - busy)))
}

type Out = NonNullable<Reason<'load'>['about']>['out']

/** `1 of 2 pods is out: timed out after 2 s (app-54fb9-x7k2p)`. */
function outText(out: Out, ofPods: number): string {
  const head = words.outAndRest(texts.some(out.length, ofPods), out.length)
  const facts = out.flatMap(({ pod, failure }) =>
    failure === null ? [] : [{ pod, fact: failurePhrase(failure) }],
  )
  return facts.length < out.length
    ? texts.named(head, listPods(out.map(({ pod }) => pod)))
    : `${head}: ${podFacts(facts)}`
}

/** `1 of 2 pods is out; app-54fb9-n4vkg carries 100 % of the load and drops 20 %`. */
export function loadText({ pods, ofPods, about }: Reason<'load'>): string {
  const [worst] = pods
  if (worst === undefined) return ''
  const { out = [], saturated = [] } = about ?? {}
  const head =
    out.length > 0
      ? outText(out, ofPods)
      : saturated.length > 0
        ? words.saturatedAndRest(texts.some(saturated.length, ofPods), saturated.length)
        : null
  if (head === null) return words.carriesFair(worst.pod, formatRatio(worst.share), formatRatio(worst.fair))
  const carries = words.carries(worst.pod, formatRatio(worst.share))
  const copes = howItCopes(worst)
  return `${head}; ${copes === null ? carries : texts.and(carries, copes)}`
}

/** What one pod carries: `64 % of the load, 120 requests/s, drops 2 %`. */
export function loadFact({ share, perSecond, drops }: Carrier): string {
  const parts = [formatRatio(share), words.requests(formatNumber(perSecond))]
  if (drops !== null && drops > 0) parts.push(words.drops(formatRatio(drops)))
  return parts.join(', ')
}

/** `needs prices and stock, which are red`. */
export function dependencyText({ about }: Reason<'dependency'>): string {
  const names = (about?.on ?? []).map(({ service }) => service)
  return words.needs(namePods(names), names.length)
}

/** `depends on legacy-mail, not in the fleet`. */
export function staleEntryText({ about }: Reason<'stale-entry'>): string {
  const { missing = [], silent = [] } = about ?? {}
  const parts = [
    missing.length > 0 ? words.staleMissing(namePods(missing)) : null,
    silent.length > 0 ? words.staleSilent(namePods(silent), silent.length) : null,
  ]
  return parts.filter((part) => part !== null).join('; ')
}

/** `rollout of 1.8.2 stuck at 3 of 12 pods: …`, or `pods disagree on the version: …` where nobody knows which is newer. */
export function versionsText({ pods, about }: Reason<'versions-disagree'>): string {
  const head =
    about === undefined ? words.disagree : words.stuck(about.version, texts.some(about.updated, about.of))
  return `${head}: ${versionGroups(pods)}`
}
