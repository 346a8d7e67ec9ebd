import type { Deploy } from '#src/domain/deploy/deploysOf.ts'
import type { CheckItem } from '#src/domain/check/morningCheck.ts'
import type { NightRestart, NightSpell, NightStretch } from '#src/domain/night/night.ts'
import { joinSpans, lengthOf, type SeenSpan } from '#src/domain/series/seenSpans.ts'
import { MOST_MARKS } from '#src/domain/series/startLife.ts'
import { type DurationMs, minutes, seconds } from '#src/domain/time/units.ts'
import { checkMoment, checkSpan, lasting, lastingAtLeast } from './checkTimeWords.ts'
import { englishCheck } from './englishCheck.ts'
import type { Reader } from './reasonEvidence.ts'

const words = englishCheck.night

/** What is shorter is told with what it lies in. */
const TELLS: DurationMs = minutes(1)
/** What was seen so long ago at most is so now: answers come every few seconds, and are told for a minute. */
const NOW_WITHIN: DurationMs = minutes(2)
/** As many spells, and red times within one, are told one by one. */
const MOST_TOLD = 3

/** `24 min`, `at least 25 min`, `at least 30 s of 6 h 55 min`. */
function tookText({ from, wellAt, lastBadAt, seenFor, hasGap, isOlder }: NightSpell): string {
  const whole = (wellAt ?? lastBadAt) - from
  if (!hasGap) return isOlder ? lastingAtLeast(seenFor) : lasting(whole)
  return words.seenOf(lastingAtLeast(seenFor), lasting(whole))
}

/** Whether it was red for all of it, but for a moment. */
const isAllRed = ({ light, redFor, seenFor }: NightSpell): boolean =>
  light === 'red' && seenFor - redFor <= TELLS

/** When it was seen red within a spell, what touches as one. */
function redSpans(spell: NightSpell, stretches: readonly NightStretch[]): readonly SeenSpan[] {
  const end = spell.wellAt ?? spell.lastBadAt
  const red = stretches.filter(({ light, from, to }) => light === 'red' && from < end && to > spell.from)
  return joinSpans(red, seconds(30))
}

/** Which part of an orange spell was red: `ACT 03:12–03:36 (24 min)`; how long in all, where that is more than a few. */
function redPart(spell: NightSpell, stretches: readonly NightStretch[], reader: Reader): string | null {
  if (spell.light !== 'red' || isAllRed(spell)) return null
  const spans = redSpans(spell, stretches)
  const took = (spell.hasGap ? lastingAtLeast : lasting)(spell.redFor)
  if (spans.length === 0 || spans.length > MOST_TOLD) return words.redOf(took)
  return `${words.redAt(spans.map((span) => checkSpan(span, reader)).join(', '))} (${took})`
}

function lead(spell: NightSpell, reader: Reader): string {
  const { from, wellAt, lastBadAt, isOlder } = spell
  const word = englishCheck.word[isAllRed(spell) ? 'red' : 'orange']
  const took = tookText(spell)
  const begun = isOlder ? words.older(checkMoment(from, reader)) : checkMoment(from, reader)
  if (wellAt === null && reader.now - lastBadAt <= NOW_WITHIN)
    return (isOlder ? words.isAlready : words.is)(word, begun, took)
  const end = wellAt ?? lastBadAt
  if (isOlder) return words.wasAlready(word, begun, checkMoment(end, reader), took)
  return words.was(word, checkSpan({ from, to: end }, reader), took)
}

/**
 * A time of trouble, in honest lengths: `was ACT 03:12–03:36 (24 min), then well`, `WATCH since 03:12 (5 h 48 min), ACT
 * 03:12–03:36 (24 min)`, `… (at least 30 s of 6 h 55 min) …` where some of it was not seen. `stretches`: of its service; they
 * tell when in an orange spell it was red.
 */
export function spellText(
  spell: NightSpell,
  reader: Reader,
  stretches: readonly NightStretch[] = [],
): string {
  const isNow = spell.wellAt === null && reader.now - spell.lastBadAt <= NOW_WITHIN
  const end = spell.wellAt === null ? words.notSeenWell : words.thenWell
  const parts = [lead(spell, reader), redPart(spell, stretches, reader), isNow ? null : end]
  return parts.filter((part) => part !== null).join(', ')
}

/** When the one time of trouble was that a service had, red if it ever was: `03:12–03:36, 24 min`; null where it had several. */
export function onceText({ night }: CheckItem, reader: Reader): string | null {
  const [spell, ...others] = night?.spells ?? []
  if (night === null || spell === undefined || others.length > 0) return null
  const red = redSpans(spell, night.stretches)
  if (red.length > 1) return null
  const [span = { from: spell.from, to: spell.wellAt ?? spell.lastBadAt }] = red
  const seen = red.length === 0 ? spell.seenFor : spell.redFor
  const isWhole = !spell.hasGap && !spell.isOlder
  return words.once(checkSpan(span, reader), isWhole ? lasting(span.to - span.from) : lastingAtLeast(seen))
}

/** It says no more than that the service is in trouble since then. */
function isTold(spell: NightSpell, { light, since }: CheckItem): boolean {
  const isAsNow = spell.light === light && spell.wellAt === null
  return isAsNow && !spell.hasGap && Math.abs(spell.from - (since ?? 0)) <= TELLS
}

/** Of a service that comes and goes all night: how often and how long together, then its last times of trouble. */
function spellLines(item: CheckItem, reader: Reader): readonly string[] {
  const spells = item.night?.spells ?? []
  const stretches = item.night?.stretches ?? []
  const told = spells.filter((spell) => !isTold(spell, item))
  const lines = told.slice(-MOST_TOLD).map((spell) => spellText(spell, reader, stretches))
  if (told.length <= MOST_TOLD) return lines
  const together = told.reduce((sum, { seenFor }) => sum + seenFor, 0)
  const isLeast = told.some(({ hasGap, isOlder }) => hasGap || isOlder)
  return [words.often(told.length, (isLeast ? lastingAtLeast : lasting)(together)), ...lines]
}

/** No more starts of one pod are remembered: where there are as many, there were at least as many. */
function howMany(restarts: readonly NightRestart[], pods: readonly string[]): string {
  const isFull = pods.some((name) => restarts.filter(({ pod }) => pod === name).length >= MOST_MARKS)
  return isFull ? englishCheck.atLeast(String(restarts.length)) : String(restarts.length)
}

/** Starts of pods: `billing-1 restarted 03:12`, `billing-1 restarted 3 times, last at 03:40`; empty where there is none. */
export function restartText(restarts: readonly NightRestart[], reader: Reader): string {
  const last = restarts.at(-1)
  if (last === undefined) return ''
  const moment = checkMoment(last.at, reader)
  const pods = [...new Set(restarts.map(({ pod }) => pod))]
  const n = howMany(restarts, pods)
  if (pods.length > 1) return words.restartedMany(n, pods.length, moment)
  if (restarts.length > 1) return words.restartedOften(last.pod, n, moment)
  const text = words.restarted(last.pod, moment)
  // Who was not there learned of it later: that is why nobody did anything.
  const isLate = last.learnedAt - last.at > minutes(30)
  return isLate ? words.learned(text, checkMoment(last.learnedAt, reader)) : text
}

/** `deployed 1.4.2 at 22:10 (3 pods), roll-back`. */
export function deployText({ version, at, pods, isRollback }: Deploy, reader: Reader): string {
  const text = words.deployed(version ?? words.anotherVersion, checkMoment(at, reader), pods.length)
  return isRollback ? `${text}, ${words.rollback}` : text
}

function unseenLines({ unseen }: NonNullable<CheckItem['night']>, reader: Reader): readonly string[] {
  const took = lengthOf(unseen)
  const [first] = unseen
  if (took <= TELLS || first === undefined) return []
  if (unseen.length > 1) return [words.unseenMany(unseen.length, lasting(took))]
  return [words.unseen(checkSpan(first, reader), lasting(took))]
}

/** What happened to a service since the last check, besides how it stands now: spells, restarts, deploys, when it was unseen. */
export function nightLines(item: CheckItem, reader: Reader): readonly string[] {
  const { night } = item
  if (night === null) return []
  const restarted = restartText(night.restarts, reader)
  return [
    ...spellLines(item, reader),
    ...(restarted === '' ? [] : [restarted]),
    ...night.deploys.map((deploy) => deployText(deploy, reader)),
    ...unseenLines(night, reader),
  ]
}
