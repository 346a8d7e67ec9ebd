import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** A theme changes colours, and nothing else. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']

/** What a page may look like. */
export const THEMES = ['light', 'dark', 'contrast'] as const

const wear = (page: Page, theme: string | null): Promise<void> =>
  page.evaluate((worn) => {
    if (worn === null) delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = worn
  }, theme)

async function told(axe: AxeBuilder, theme: string): Promise<readonly string[]> {
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => `${theme}: ${id}: ${nodes.map((node) => node.html).join(' ')}`)
}

/**
 * What axe finds on a page against WCAG 2.2 AA, in every theme or in some: each with the elements that it is about. In all
 * but the first only colours are looked at.
 */
export async function accessibilityFaults(
  page: Page,
  themes: readonly (typeof THEMES)[number][] = THEMES,
): Promise<string[]> {
  const before = await page.evaluate(() => document.documentElement.dataset['theme'] ?? null)
  const faults: string[] = []
  for (const theme of themes) {
    await wear(page, theme)
    const axe = new AxeBuilder({ page })
    faults.push(...(await told(theme === themes[0] ? axe.withTags(WCAG) : axe.withRules(OF_COLOUR), theme)))
  }
  await wear(page, before)
  return faults
}
