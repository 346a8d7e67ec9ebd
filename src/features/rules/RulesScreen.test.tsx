import { act, fireEvent, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { FleetPolicies } from '#src/domain/fleet/fleetPolicies.ts'
import { seconds } from '#src/domain/time/units.ts'
import { DEFAULT_POLICY } from '#src/domain/verdict/policy.ts'
import type { ReasonKind } from '#src/domain/verdict/reason.ts'
import { RULE_BOOK } from '#src/domain/verdict/ruleBook.ts'
import { ruleWords } from '#src/domain/wording/ruleWords.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { NOW, sampleRow, silentPod } from '#src/state/testing/sampleRow.ts'
import { type TestScreen, testScreen } from '#src/state/testing/testScreen.ts'
import { stall } from '#src/state/watchStore.ts'
import { RulesScreen } from './RulesScreen.tsx'

const DEFAULTS: FleetPolicies = { fleet: DEFAULT_POLICY, own: [] }

const redRow = (name: string) => sampleRow(name, 'red', { reasons: [silentPod(`${name}-1`)] })

/** Draws the page while the fleet has these rows and thresholds. */
async function draw(
  policies: FleetPolicies | null | Promise<never> = DEFAULTS,
  rows = [sampleRow('orders')],
): Promise<TestScreen> {
  const page = testScreen({ policies: async () => policies })
  page.show(rows)
  await act(async () => void renderWith(page, <RulesScreen />))
  return page
}

function ruleOf(kind: ReasonKind): HTMLElement {
  const rule = document.getElementById(`rule-${kind}`)
  if (rule === null) throw new Error(`there is no rule ${kind}`)
  return rule
}

/** What a rule says under one of its headings; null where it has no such heading. */
function fact(kind: ReasonKind, label: string): string | null {
  const term = [...ruleOf(kind).querySelectorAll('dt')].find(({ textContent }) => textContent === label)
  return term?.nextElementSibling?.textContent ?? null
}

function part(selector: 'nav' | 'output'): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector)
  if (found === null) throw new Error(`there is no ${selector}`)
  return found
}

const contents = (): HTMLElement => part('nav')
const standing = (): string => part('output').textContent

describe('the page of rules', () => {
  it('has every rule, the gravest first, and leads to each', async () => {
    await draw()
    const kinds = RULE_BOOK.map(({ kind }) => kind)
    const links = [...contents().querySelectorAll('a')]
    expect(links.map(({ textContent }) => textContent)).toEqual(
      kinds.map((kind) => ruleWords.rule[kind].title),
    )
    expect(links.map((link) => link.getAttribute('href'))).toEqual(
      kinds.map((kind) => `#/rules?rule=${kind}`),
    )
    expect([...document.querySelectorAll('dl')].map((list) => list.closest('article')?.id)).toEqual(
      kinds.map((kind) => `rule-${kind}`),
    )
  })

  it('says what makes it orange and red, what it reads, and what changes it', async () => {
    await draw()
    expect(fact('level', 'WATCH')).toContain('Above 80 % of its limit')
    expect(fact('level', 'ACT')).toContain('Above 95 % of its limit')
    expect(fact('level', 'Reads')).toContain('memory, open files, disk')
    expect(fact('level', 'Set by')).toContain('levelOrange: 0.8')
    expect(fact('errors', 'Reads')).toBe('errors, requests')
    expect(fact('not-ready', 'Set by')).toContain('rolloutWindow: "15m"')
  })

  it('says of a rule that is only grey that it is never orange or red', async () => {
    await draw()
    expect(fact('stale', 'WATCH')).toBe('Never.')
    expect(fact('stale', 'ACT')).toBe('Never.')
    expect(fact('stale', 'CANNOT SEE')).toContain('for 3 of its intervals')
    expect(fact('stale', 'Set by')).toBeNull()
  })

  it('says what is stricter in hypercare', async () => {
    await draw()
    expect(fact('errors', 'In hypercare')).toMatch(
      /^WATCH: Over 0\.5 % of the requests fail.* ACT: Over 5 % of them fail/,
    )
    expect(fact('level', 'In hypercare')).toBeNull()
  })
})

describe('its numbers', () => {
  const own = Array.from({ length: 200 }, (_, i) => ({
    service: `copy-${i}`,
    values: { levelOrange: 0.9 },
  }))

  it('are those of the fleet file, and of services that differ', async () => {
    await draw({ fleet: { ...DEFAULT_POLICY, levelOrange: 0.85 }, own: own.slice(0, 2) })
    expect(fact('level', 'WATCH')).toContain('Above 85 % of its limit')
    expect(fact('level', 'Set by')).toContain('levelOrange: 0.85 default 0.80.9 forcopy-0copy-1')
    expect(standing()).toBe(
      'The fleet file changes 1 number for all its services. 2 services have numbers of their own.',
    )
  })

  it('of two hundred services are a dozen names and a count', async () => {
    await draw({ ...DEFAULTS, own })
    const rest = within(ruleOf('level')).getByText('188 more').closest('details')
    expect(rest?.open).toBe(false)
    expect(rest?.querySelectorAll('li').length).toBe(188)
    expect(standing()).toBe(
      'The fleet file changes no number for all its services. 200 services have numbers of their own.',
    )
  })

  it.each([
    { policies: DEFAULTS, says: 'The fleet file changes no number: all are the defaults.' },
    { policies: null, says: 'No fleet file is in use: these are the defaults.' },
    {
      policies: new Promise<never>(() => {}),
      says: 'Asking the watch which numbers are in force. Until then these are the defaults.',
    },
  ])('$says', async ({ policies, says }) => {
    await draw(policies)
    expect(standing()).toBe(says)
    expect(fact('level', 'WATCH')).toContain('Above 80 %')
  })

  it('are asked for anew when the fleet file was read again', async () => {
    let policies = DEFAULTS
    const page = testScreen({ policies: () => Promise.resolve(policies) })
    page.show([sampleRow('orders')])
    await act(async () => void renderWith(page, <RulesScreen />))
    policies = { fleet: { ...DEFAULT_POLICY, levelRed: 0.99 }, own: [] }
    const url = 'http://localhost/fleet.json'
    await act(async () =>
      page.say({ kind: 'fleet-file', state: { kind: 'good', url, readAt: NOW + seconds(5) } }),
    )
    expect(fact('level', 'ACT')).toContain('Above 99 %')
  })
})

describe('who shows a rule now', () => {
  it('is told at the rule and in the contents, with links to the rows', async () => {
    await draw(DEFAULTS, [redRow('orders'), redRow('user sync'), sampleRow('billing')])
    expect(fact('failing', 'Now')).toContain('2 services')
    const link = within(ruleOf('failing')).getByRole('link', { name: 'ACT user sync' })
    expect(link.getAttribute('href')).toBe('#/s/user%20sync')
    expect(contents().textContent).toContain('Not answering  2 services')
    expect(fact('flapping', 'Now')).toBe('No service shows it.')
  })

  it('follows the watch, and is not known while it is silent', async () => {
    const page = await draw(DEFAULTS, [sampleRow('orders')])
    act(() => page.show([redRow('orders')]))
    expect(fact('failing', 'Now')).toContain('1 service')
    act(() => stall(page.watch))
    expect(fact('failing', 'Now')).toBeNull()
    expect(contents().textContent).not.toContain('1 service')
    expect(standing()).toMatch(/^The watch does not answer\./)
  })
})

describe('an address of a rule', () => {
  it('marks it and leads the keyboard there; another click does so again', async () => {
    history.replaceState(null, '', '#/rules?rule=drift')
    await draw()
    const drift = ruleOf('drift')
    expect(drift.dataset.marked).toBe('true')
    expect(drift.contains(document.activeElement)).toBe(true)
    const link = within(contents()).getByText('Drifting towards a limit')
    // Only what the page itself does of a click: jsdom would go to the address some time later.
    link.addEventListener('click', (event) => event.preventDefault())
    expect(link.getAttribute('aria-current')).toBe('true')
    link.focus()
    fireEvent.click(link)
    expect(drift.contains(document.activeElement)).toBe(true)
  })

  it('that names none leaves the page at its top', async () => {
    history.replaceState(null, '', '#/rules?rule=nonsense')
    await draw()
    expect(document.querySelector('[data-marked]')).toBeNull()
    expect(document.activeElement).toBe(document.body)
  })
})
