import type { BrowserContext, Page } from 'playwright/test'
import { WallKeeping } from '#e2e/pages/WallKeeping.ts'
import { days, type DurationMs, type EpochMs, hours, minutes, seconds } from '#src/domain/time/units.ts'

/** A wall whose clock the soak leads. */
export type SoakWall = {
  readonly page: Page
  readonly now: () => EpochMs
  /** Leads it on by so much; fails where page or worker did not come back. */
  readonly lead: (by: DurationMs) => Promise<void>
  /**
   * Makes it four weeks old, as a computer that slept for that long would: all that it remembers then has the room that it will
   * ever have. A young wall takes more memory each hour, for a day by the minute and for four weeks by the hour. `round`: how
   * long it takes until everything was asked once.
   */
  readonly age: (round: DurationMs) => Promise<void>
  /** Whether it does not vouch for what it shows. */
  readonly isOld: () => Promise<boolean>
  /** How often the page was loaded. */
  readonly loads: () => number
  /** Polls that were dropped since its worker began, as the wall itself tells. */
  readonly droppedEver: () => Promise<number>
}

/** Whoever has not come back by then never will. */
const PATIENCE: DurationMs = minutes(2)

/** No longer than the silence after which a page takes its worker for dead. */
const STEP: DurationMs = seconds(5)

/** Just short of what a worker takes for sleep. */
const LONG_STEP: DurationMs = seconds(10)

/** A clock that leapt by more than a day is believed after ten minutes. */
const BELIEVED: DurationMs = minutes(11)

/** By then all pods were asked twice, and the overlay has heard of its worker. */
const A_WHILE: DurationMs = seconds(30)

async function leadPage(page: Page, to: EpochMs, step: DurationMs): Promise<void> {
  const arrived = page.evaluate(
    async ([at, by]) => {
      const lead: unknown = Reflect.get(globalThis, 'soakLead')
      if (typeof lead === 'function') await lead(at, by)
    },
    [to, step],
  )
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('the wall or its worker has gone')), PATIENCE)
  })
  await Promise.race([arrived, late]).finally(() => clearTimeout(timer))
}

/** Hangs one: it shows tiles, and the clock stands. */
export async function soakWall(context: BrowserContext, url: string, from: EpochMs): Promise<SoakWall> {
  const page = await context.newPage()
  await page.setViewportSize({ width: 1920, height: 1080 })
  const wall = new WallKeeping(page)
  let loads = 0
  page.on('domcontentloaded', () => (loads += 1))
  await wall.open(url)
  let now = from
  const lead = async (by: DurationMs, step = STEP): Promise<void> => {
    now += by
    await leadPage(page, now, step)
  }
  await lead(A_WHILE)
  await page.locator('li[data-light]').first().waitFor()
  return {
    page,
    now: () => now,
    lead,
    async age(round) {
      const asked = round + A_WHILE
      await lead(asked, LONG_STEP)
      await lead(days(27), days(27))
      await lead(BELIEVED + asked, LONG_STEP)
      await lead(hours(23), hours(23))
      await lead(asked, LONG_STEP)
    },
    isOld: async () => (await page.locator('[data-old]').count()) > 0,
    loads: () => loads,
    async droppedEver() {
      await page.keyboard.press('i')
      await lead(A_WHILE)
      const text = (await wall.ownFigures().textContent()) ?? ''
      await page.keyboard.press('i')
      return Number(/(\d+) in all/.exec(text)?.[1] ?? Number.NaN)
    },
  }
}
