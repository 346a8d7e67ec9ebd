import { commandText } from './commandText.ts'
import { englishDiagnosis } from './englishDiagnosis.ts'
import { formatAbout } from './formatAbout.ts'
import { formatDuration } from './formatDuration.ts'
import { formatClock, formatMoment } from './formatMoment.ts'
import { formatRatio } from './formatNumber.ts'
import { formatSlope } from './formatSlope.ts'
import { growthText as labelGrowth } from './growthText.ts'
import { carriedHow, carriedText } from './carriedText.ts'
import { namePods } from './namePods.ts'
import { onPods, patternText } from './patternWords.ts'
import type { Reader } from './reasonEvidence.ts'
import type { Answer, Carried, Finding, Growth, Level, Remedy, Step } from '#src/domain/diagnosis/finding.ts'
import { texts } from './texts.ts'
import type { GrowingLabel } from '#src/domain/exposition/labelGrowth.ts'
import { minutes } from '#src/domain/time/units.ts'

const words = englishDiagnosis

/** A finding as the panel shows it. */
export type DiagnosisLine = {
  readonly step: Step
  readonly question: string
  readonly answer: Answer
  /** The answer in a word. */
  readonly word: string
  readonly text: string
  /** To be typed into a shell; null where there is none. */
  readonly command: string | null
}

const deployName = (version: string | null): string => words.deploy.name(version)

function deployText(finding: Finding<'deploy'>, { now, timeZone }: Reader): string {
  const { suspect, before, newest, began, seenSince, blame } = finding
  const when = (at: number): string => formatMoment(at, now, timeZone)
  const last = newest === null ? null : ([deployName(newest.version), texts.at(when(newest.at))] as const)
  if (suspect === null) {
    if (finding.answer === 'unknown')
      return seenSince === null ? words.deploy.untold : words.deploy.notBefore(when(seenSince))
    return last === null ? words.deploy.none : `${words.deploy.none}; ${words.deploy.last(...last)}`
  }
  const ahead = began - suspect.at
  const how = ahead < minutes(1) ? words.deploy.asItBegan : words.deploy.ahead(formatDuration(ahead))
  const text = words.deploy.suspect(
    deployName(suspect.version),
    texts.at(when(suspect.at)),
    how,
    before,
    blame,
  )
  return last === null ? text : `${text}; ${words.deploy.newer(...last)}`
}

function levelText({ share, readAt }: Level, { now, timeZone }: Reader): string {
  if (readAt === null) return words.level(formatRatio(share))
  return words.lastLevel(formatRatio(share), texts.at(formatMoment(readAt, now, timeZone)))
}

/** Which label it is, and what can be done about it. */
const labelText = (grows: GrowingLabel): string => `${labelGrowth(grows)}; ${words.takeOut(grows.label)}`

function growthText(growth: Growth, { now, timeZone }: Reader): string {
  const { name, todo } = words.resource[growth.resource]
  const { level, grows } = growth
  const facts = [
    level === null ? '' : levelText(level, { now, timeZone }),
    growth.drift === null ? '' : formatSlope(growth.drift.signal, growth.drift.perHour),
    growth.reachedAt === null ? '' : words.limit(formatAbout(growth.reachedAt, now, timeZone)),
  ].filter((fact) => fact !== '')
  return words.growth(
    name,
    onPods(growth),
    facts.map((fact) => `, ${fact}`).join(''),
    grows === null ? todo : labelText(grows),
  )
}

function resourceText({ found, signals }: Finding<'resource'>, reader: Reader): string {
  if (found === null) return signals === 0 ? words.resourceUnseen : words.resourceNone(signals)
  return found.kind === 'growth' ? growthText(found, reader) : patternText(found, reader)
}

function sharedText({ by, value }: NonNullable<Finding<'scope'>['shared']>): string {
  return by === 'version' ? words.scope.version(value) : words.scope.name(value)
}

function scopeText({ pods, ofPods, shared, inTurn, carried, part }: Finding<'scope'>): string {
  if (carried !== null) return carriedText(carried)
  if (inTurn !== null) return words.scope.inTurn(namePods(pods), pods.length, inTurn)
  const where = part === null ? null : words.scope.part(part)
  const [first = ''] = pods
  if (ofPods === 1) return [words.scope.single, where].filter((text) => text !== null).join('; ')
  if (pods.length === ofPods) return `${words.scope.all(ofPods)}; ${where ?? words.scope.untold}`
  const among = shared === null ? null : sharedText(shared)
  const head =
    pods.length === 1
      ? words.scope.one(first, ofPods - 1)
      : `${words.scope.some(pods.length, ofPods, namePods(pods))}; ${among ?? words.scope.nothing}`
  return [head, pods.length === 1 ? among : null, where].filter((text) => text !== null).join('; ')
}

/** What it needs and is well, and what it needs and nobody watches. */
function wellText({ needed, unwatched }: Finding<'dependency'>): string {
  const parts = [
    needed.length === 0 ? null : words.dependency.none(words.list(needed)),
    unwatched.length === 0 ? null : words.dependency.unwatched(words.list(unwatched), unwatched.length),
  ].filter((part) => part !== null)
  return parts.length === 0 ? words.dependency.unknown : parts.join('; ')
}

function dependencyText(finding: Finding<'dependency'>, { now, timeZone }: Reader): string {
  const { root, red, check } = finding
  if (root !== null)
    return words.dependency.root(root.service, root.via.length === 0 ? null : words.list(root.via))
  if (red.length > 0) return words.dependency.red(words.list(red), red.length)
  if (check !== null) return words.dependency.check(check.name, formatMoment(check.since, now, timeZone))
  return wellText(finding)
}

/** Full pods are restarted, missing ones brought back; and how those fare that carry their load until then. */
function reliefText(carried: Carried): string {
  const { out, full, by } = carried
  const missing = [...new Set([...full, ...out])]
  const todo =
    full.length === 0
      ? words.remedy.bringBack(namePods(missing))
      : words.remedy.takeOut(namePods(missing), missing.length)
  const how = carriedHow(carried, words.remedy.drops)
  return how === null ? todo : `${todo}; ${words.remedy.fares(namePods(by), how)}`
}

type How = Remedy['how']

const REMEDIES: {
  readonly [H in How]: (remedy: Extract<Remedy, { readonly how: H }>, reader: Reader) => string
} = {
  elsewhere: ({ service }) => words.remedy.elsewhere(service),
  wait: ({ until }, { timeZone }) => words.remedy.wait(formatClock(until, timeZone)),
  warm: ({ until }, { timeZone }) => words.remedy.warm(formatClock(until, timeZone)),
  drain: () => words.remedy.drain,
  relieve: ({ carried }) => reliefText(carried),
  shed: () => words.remedy.shed,
  rollback: ({ version }) => words.remedy.rollback(deployName(version)),
  replace: ({ pods }) =>
    pods.length === 1 ? words.remedy.replace(pods[0] ?? '') : words.remedy.replaceMore(pods.length),
  scale: ({ from, to }) => words.remedy.scale(from, to),
  restart: ({ lasts }) => words.remedy.restart(lasts === null ? null : formatDuration(lasts)),
  later: ({ by }, { now, timeZone }) =>
    by === null ? words.remedy.none : words.remedy.later(formatAbout(by, now, timeZone)),
}

const remedyText = <H extends How>(remedy: Extract<Remedy, { readonly how: H }>, reader: Reader): string =>
  REMEDIES[remedy.how](remedy, reader)

function mitigateText({ remedy, isUnplaced }: Finding<'mitigate'>, reader: Reader): string {
  const text = remedyText(remedy, reader)
  return isUnplaced ? `${text}; ${words.remedy.unplaced}` : text
}

const TEXTS: { readonly [S in Step]: (finding: Finding<S>, reader: Reader) => string } = {
  deploy: deployText,
  resource: resourceText,
  scope: scopeText,
  dependency: dependencyText,
  mitigate: mitigateText,
}

function lineOf<S extends Step>(finding: Finding<S>, reader: Reader): DiagnosisLine {
  const { step, answer, command } = finding
  return {
    step,
    question: words.question[step],
    answer,
    word: words.answer[answer],
    text: TEXTS[finding.step](finding, reader),
    command: command === null ? null : commandText(command),
  }
}

/**
 * The findings of a diagnosis as lines: a question, its answer, the sentence with its evidence, and the next command. One
 * command is told once, where it comes first. `timeZone` is an IANA name.
 */
export function diagnosisLines(findings: readonly Finding[], reader: Reader): readonly DiagnosisLine[] {
  const told = new Set<string>()
  return findings.map((finding) => {
    const line = lineOf(finding, reader)
    const isTold = line.command !== null && told.has(line.command)
    if (line.command !== null) told.add(line.command)
    return isTold ? { ...line, command: null } : line
  })
}
