import { expect, type Locator, type Page } from 'playwright/test'

/** A browser whose mouse is lost. */
export class Keyboard {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Presses keys one after the other. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** What the keyboard stands on. */
  here(): Locator {
    return this.page.locator(':focus')
  }

  /** Presses a key until the keyboard stands on what says so, each time on something that is seen. */
  async stepTo(text: RegExp, key = 'j', atMost = 40): Promise<void> {
    const passed: string[] = []
    while (passed.length < atMost) {
      await this.press(key)
      const said = await this.saidHere()
      if (text.test(said)) return
      passed.push(said)
    }
    throw new Error(`${key} led over ${passed.join(' | ')} and not to ${text}`)
  }

  /** What is read of what the keyboard stands on. */
  private async saidHere(): Promise<string> {
    await expect(this.here()).toHaveCount(1)
    return this.here().evaluate((it) => `${it.getAttribute('aria-label') ?? ''} ${it.textContent ?? ''}`)
  }

  /** Whether the page shows where the keyboard stands: by a ring around it, or around the row that it leads. */
  async isSeen(): Promise<boolean> {
    await expect(this.here()).toBeVisible()
    return this.here().evaluate((it) => {
      const styles: CSSStyleDeclaration[] = []
      for (let each: Element | null = it; each !== null; each = each.parentElement)
        for (const part of [null, '::before', '::after']) styles.push(getComputedStyle(each, part))
      const isRinged = styles.some(
        ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && outlineWidth !== '0px',
      )
      return it.matches(':focus-visible') && isRinged
    })
  }

  /** The window that finds everything. */
  palette(): Locator {
    return this.page.getByRole('dialog', { name: 'Find' })
  }

  /** What it found. */
  found(): Locator {
    return this.palette().getByRole('option')
  }

  /** Finds something by Ctrl-K and goes there. */
  async find(text: string, what: RegExp): Promise<void> {
    await this.press('Control+k')
    await this.palette().waitFor()
    await this.page.keyboard.type(text)
    await expect(this.found().first()).toHaveText(what)
    await this.press('Enter')
    await this.palette().waitFor({ state: 'detached' })
  }

  /** The heading of the screen. */
  heading(name: RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name })
  }
}
