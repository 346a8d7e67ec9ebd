import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GRAVEST_FIRST } from '#src/domain/verdict/gravity.ts'
import { DEFAULT_POLICY, type Policy } from '#src/domain/verdict/policy.ts'
import type { Threshold } from '#src/domain/verdict/rule.ts'
import { GENERAL_THRESHOLDS, RULE_BOOK } from '#src/domain/verdict/ruleBook.ts'
import type { PolicySentence } from './ruleText.ts'
import { ruleWords } from './ruleWords.ts'

const isThreshold = (name: string): name is Threshold => Object.hasOwn(DEFAULT_POLICY, name)
const THRESHOLDS = Object.keys(DEFAULT_POLICY).filter(isThreshold)

/** The thresholds that a sentence says. */
function saidBy(sentence: PolicySentence | undefined): ReadonlySet<Threshold> {
  const read = new Set<Threshold>()
  const policy = new Proxy(DEFAULT_POLICY, {
    get: (target, name) => {
      if (typeof name === 'string' && isThreshold(name)) read.add(name)
      return Reflect.get(target, name) as unknown
    },
  })
  sentence?.(policy)
  return read
}

/** A sentence with the default values, or others. */
const said = (sentence: PolicySentence | undefined, own: Partial<Policy> = {}): string | undefined =>
  sentence?.({ ...DEFAULT_POLICY, ...own })

/** The same policy with another value of one threshold, other by enough to be seen when it is rounded. */
const otherThan = (policy: Policy, name: Threshold): Policy => {
  const value = policy[name]
  return { ...policy, [name]: value < 1 ? value / 3 : value >= 1000 ? value * 3 : value + 1 }
}

const general = ruleWords.general.says
const policies = fc.constantFrom(DEFAULT_POLICY, ...THRESHOLDS.map((name) => otherThan(DEFAULT_POLICY, name)))

describe.each(RULE_BOOK)('the rule $kind', ({ kind, reads, orange, red, judged }) => {
  const words = ruleWords.rule[kind]

  it('says all thresholds that make it orange, or grey where it never is', () => {
    expect([...saidBy(words.orange ?? words.grey)]).toEqual(expect.arrayContaining([...orange]))
  })

  it('says all thresholds that make it red', () => {
    expect([...saidBy(words.red)]).toEqual(expect.arrayContaining([...red]))
  })

  it('says none that it does not go by', () => {
    const own: readonly Threshold[] = [...orange, ...red, ...GENERAL_THRESHOLDS]
    for (const sentence of [words.orange, words.red, words.grey]) {
      expect(own).toEqual(expect.arrayContaining([...saidBy(sentence)]))
    }
  })

  it('says another sentence when a number in it is another', () => {
    fc.assert(
      fc.property(policies, fc.constantFrom(words.orange, words.red, words.grey), (policy, sentence) => {
        for (const name of saidBy(sentence)) {
          expect(sentence?.(otherThan(policy, name))).not.toBe(sentence?.(policy))
        }
      }),
    )
  })

  it('is told in some light, and says what it reads and how it is judged', () => {
    expect([words.orange, words.red, words.grey].some((sentence) => sentence !== undefined)).toBe(true)
    expect(reads.length).toBeGreaterThan(0)
    expect(ruleWords.judged[judged](DEFAULT_POLICY)).toMatch(/^[A-Z].*\.$/)
    expect(words.about).toMatch(/^[A-Z].*\.$/)
  })
})

describe('the rule book', () => {
  it('has every kind of reason once, the gravest first', () => {
    expect(RULE_BOOK.map(({ kind }) => kind)).toEqual(GRAVEST_FIRST)
  })

  it('explains every threshold: at some rule, or at the top', () => {
    const ofRules = RULE_BOOK.flatMap(({ orange, red }) => [...orange, ...red])
    expect(new Set([...ofRules, ...GENERAL_THRESHOLDS])).toEqual(new Set(THRESHOLDS))
    expect(saidBy((policy) => general.map((sentence) => sentence(policy)).join(' '))).toEqual(
      new Set(GENERAL_THRESHOLDS),
    )
  })

  it('gives no two rules the same title', () => {
    const titles = RULE_BOOK.map(({ kind }) => ruleWords.rule[kind].title)
    expect(new Set(titles).size).toBe(titles.length)
  })
})

describe('the words', () => {
  it('are plain', () => {
    const all = RULE_BOOK.flatMap(({ kind }) => {
      const { title, about, orange, red, grey } = ruleWords.rule[kind]
      return [title, about, said(orange), said(red), said(grey)].filter((text) => text !== undefined)
    })
    expect(all.length).toBeGreaterThan(100)
    for (const text of all) {
      expect(text).not.toMatch(
        /anomal|\bissues?\b|went wrong|oops|please|error occurred|invalid|undefined|NaN/i,
      )
    }
  })
})

describe('a sentence', () => {
  const { rule } = ruleWords

  it.each([
    { text: said(rule.level.red), is: 'Above 95 % of its limit; CPU only where that lasts for 5 min.' },
    {
      text: said(rule.level.red, { levelRed: 0.9 }),
      is: 'Above 90 % of its limit; CPU only where that lasts for 5 min.',
    },
    { text: said(rule.slow.orange), is: 'It took longer than 1 s.' },
    { text: said(rule.restarts.red), is: '3 restarts within 15 min: a crash loop.' },
    { text: said(rule.certificate.orange), is: 'It ends in less than 21 d.' },
    {
      text: said(rule.failing.red, { worsenAfter: 1, quorum: 0.7 }),
      is: 'No pod is left, or fewer than 70 % of them. A pod counts as out after the first such answer.',
    },
    {
      text: said(rule['metrics-failing'].orange),
      is: 'The page cannot be read, after 2 such answers in a row. A pod that has none is no fault.',
    },
  ])('$is', ({ text, is }) => {
    expect(text).toBe(is)
  })
})
