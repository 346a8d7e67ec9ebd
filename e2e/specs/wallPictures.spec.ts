import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext } from 'playwright/test'
import { WallPage } from '#e2e/pages/WallPage.ts'
import type { DrawnTile, PageBox } from '#e2e/support/drawnTiles.ts'
import { fleetFileOf } from '#e2e/support/fleetFileOf.ts'
import { complaintsOf } from '#e2e/support/pageComplaints.ts'
import { expect, test } from '#e2e/support/test.ts'
import { badDay, wallFleet } from '#e2e/support/wallFleet.ts'
import { sightOf } from '#src/domain/wall/legibility.ts'
import { seconds } from '#src/domain/time/units.ts'
import { startGateway } from '#src/gateway/startGateway.ts'

/*
 * One fleet of two hundred services on a bad day; walls of fewer show those that carry a label. The pictures are taken
 * by a second page: it finds all red as it is, so that nothing calls.
 */

const SCREENS = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 2160, height: 3840 },
  { width: 390, height: 844 },
] as const
const THEMES = ['light', 'dark', 'contrast'] as const
const WALLS = [
  { services: 8, asks: 'label=among:eight' },
  { services: 50, asks: 'label=among:eight,among:fifty' },
  { services: 200, asks: '' },
] as const

type Screen = (typeof SCREENS)[number]
type Wall = (typeof WALLS)[number]

/** A phone is turned through by hand; every other screen shows all there is. */
const isPhone = ({ width }: Screen): boolean => width < 600

/** The width of a line in the type that the pictures were taken with: Debian's, of DejaVu Sans. */
const TYPE_WIDTH = 1522

/** Two hundred services are asked twice before it is said that they are down. */
const PATIENCE = { timeout: seconds(40) }

/** No shift against burning in, and a foot of one height whatever the wall has to say of itself. */
const STILL = `
  #root > [data-theme] { padding: 8px !important }
  #root footer { height: 40px !important; overflow: hidden !important }
`

/** Of so many pixels less is drawn: enough to see what is amiss, and small pictures. */
const LARGE = 4e6

type Rig = {
  readonly wall: WallPage
  readonly context: BrowserContext
  readonly complaints: readonly string[]
}

let half: Rig
let fifth: Rig
let sameType: boolean
let close = (): Promise<void> => Promise.resolve()
const rigs: Rig[] = []

async function openWall(context: BrowserContext, url: string): Promise<WallPage> {
  const opened = new WallPage(await context.newPage())
  await opened.open(url)
  return opened
}

/** A browser that draws a share of the pixels, with a wall on which nothing changes any more. */
async function openRig(browser: Browser, url: string, deviceScaleFactor: number): Promise<Rig> {
  // The content policy lets no test add a style of its own.
  const context = await browser.newContext({ deviceScaleFactor, bypassCSP: true })
  const complaints = complaintsOf(context)
  const first = await openWall(context, url)
  await expect.poll(() => first.lights(), PATIENCE).toEqual({ red: 20, orange: 20, unknown: 10, green: 150 })
  await expect(first.tilesSaying(/CANNOT SEE.*sign-in/)).toHaveCount(10)
  const wall = await openWall(context, url)
  const dragged = async (): Promise<number> =>
    (await wall.drawn()).filter(({ rank }) => rank === 'under').length
  await expect.poll(dragged, PATIENCE).toBe(10)
  await wall.page.addStyleTag({ content: STILL })
  await first.page.close()
  const rig = { wall, context, complaints }
  rigs.push(rig)
  return rig
}

/** The wall on a screen. */
const wallOn = ({ width, height }: Screen): WallPage => (width * height > LARGE ? fifth : half).wall

test.beforeAll(async ({ browser }) => {
  const fleet = await wallFleet(200, badDay)
  const file = fleetFileOf(fleet.file)
  const gateway = await startGateway({
    fleet: { path: file.path },
    host: '127.0.0.1',
    port: 0,
    distDir: 'dist',
  })
  close = async () => {
    await gateway.close()
    await fleet.close()
    file.remove()
  }
  half = await openRig(browser, gateway.url, 0.5)
  fifth = await openRig(browser, gateway.url, 0.2)
  sameType = (await half.wall.typeWidth()) === TYPE_WIDTH
})

test.afterAll(async () => {
  await Promise.all(rigs.map(({ context }) => context.close()))
  await close()
  expect(rigs.flatMap(({ complaints }) => complaints)).toEqual([])
})

const areApart = ({ box: a }: DrawnTile, { box: b }: DrawnTile): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y

const isWithin = ({ box: { x, y, width, height } }: DrawnTile, room: PageBox): boolean =>
  x >= room.x && y >= room.y && x + width <= room.x + room.width + 1 && y + height <= room.y + room.height + 1

const areaOf = ({ box: { width, height } }: DrawnTile): number => width * height

/** All that is amiss with one tile. */
function faultsOf(tile: DrawnTile, screen: Screen, services: number, room: PageBox): string[] {
  const { capital } = sightOf(screen.width, screen.height, null)
  const { name, rank, overrun, letter, nameContrast, letterContrast } = tile
  const isGrave = services < 200 ? rank !== 'green' : rank === 'root'
  return [
    isWithin(tile, room) ? '' : `${name} is out of view`,
    overrun > 1 ? `${name} runs out of its tile by ${overrun} px` : '',
    isGrave && !isPhone(screen) && letter < capital ? `${name}: its letter of ${letter} px is not read` : '',
    nameContrast < 7 ? `${name}: its name has a contrast of ${nameContrast}` : '',
    letterContrast < 7 ? `${name}: its letter has a contrast of ${letterContrast}` : '',
  ].filter((fault) => fault !== '')
}

const overlaps = (tiles: readonly DrawnTile[]): readonly string[] =>
  tiles.flatMap((a, i) =>
    tiles.slice(i + 1).flatMap((b) => (areApart(a, b) ? [] : [`${a.name} lies over ${b.name}`])),
  )

/** The area of the smallest red tile for itself, and of the largest of the others. */
function areas(tiles: readonly DrawnTile[]): { readonly red: number; readonly others: number } {
  return {
    red: Math.min(...tiles.filter(({ rank }) => rank === 'root').map(areaOf)),
    others: Math.max(...tiles.filter(({ rank }) => rank !== 'root').map(areaOf)),
  }
}

async function checkPicture(wall: WallPage, screen: Screen, { services }: Wall): Promise<void> {
  const tiles = await wall.drawn()
  expect(isPhone(screen) && services > 8 ? tiles.length > 8 : tiles.length === services).toBe(true)
  const room = await wall.roomBox()
  expect([...tiles.flatMap((tile) => faultsOf(tile, screen, services, room)), ...overlaps(tiles)]).toEqual([])
  const { red, others } = areas(tiles)
  expect(red).toBeGreaterThan(others)
}

async function show(screen: Screen, { asks }: Wall, theme: string): Promise<WallPage> {
  const wall = wallOn(screen)
  await wall.showOn(screen)
  await wall.ask(`theme=${theme}&strip=none&rotate=0&${asks}`)
  return wall
}

for (const of of WALLS) {
  for (const screen of SCREENS) {
    const size = `${of.services} services on ${screen.width} × ${screen.height}`

    test(`${size}: all in view, nothing cut off, red the largest, read from the seats`, async () => {
      for (const theme of THEMES) {
        const wall = await show(screen, of, theme)
        await expect(() => checkPicture(wall, screen, of)).toPass({
          timeout: 5000,
          intervals: [50, 100, 200],
        })
      }
    })

    test(`${size}: looks as it did`, async () => {
      test.skip(!sameType, 'the pictures were taken with other type than this system has')
      for (const theme of THEMES) {
        const wall = await show(screen, of, theme)
        const name = `${of.services}-${screen.width}x${screen.height}-${theme}.png`
        await expect(wall.room()).toHaveScreenshot(name, {
          mask: [wall.moments()],
          maskColor: '#808080',
          scale: 'device',
        })
      }
    })
  }
}

for (const theme of THEMES) {
  test(`axe finds nothing on a wall of fifty, ${theme}`, async () => {
    const { wall } = half
    await wall.showOn(SCREENS[1])
    await wall.ask(`theme=${theme}&colour=red&${WALLS[1].asks}`)
    await expect(wall.notices().filter({ hasText: 'not understood' })).toBeVisible()
    const { violations } = await new AxeBuilder({ page: wall.page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  })
}
