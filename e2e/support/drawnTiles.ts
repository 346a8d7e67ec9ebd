import type { Page } from 'playwright/test'

/** A part of the page, in CSS pixels. */
export type PageBox = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A tile as it is drawn. Lengths in CSS pixels; contrasts as in WCAG 2.2, the least of all that lies under a text. */
export type DrawnTile = {
  readonly name: string
  readonly rank: string
  readonly box: PageBox
  /** How far its name runs out of the tile; 0 where it does not. */
  readonly overrun: number
  /** The height of the letter of its light, as its face draws it. */
  readonly letter: number
  readonly nameContrast: number
  readonly letterContrast: number
}

type Rgb = readonly [number, number, number]

/** Relative luminance of bytes, WCAG 2.2. */
function luminance(bytes: Rgb): number {
  const [r = 0, g = 0, b = 0] = bytes.map((byte) => {
    const share = byte / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: Rgb, b: Rgb): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

/** What tiles are made of, read in the page: boxes, colours as the browser tells them, the face of the letter. */
const readTiles = (page: Page) =>
  page.locator('main li').evaluateAll((tiles) => {
    const context = new OffscreenCanvas(1, 1).getContext('2d')
    const heightIn = ({ fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): number => {
      if (context === null) return 0
      context.font = `${fontWeight} ${fontSize} ${fontFamily}`
      return context.measureText('W').actualBoundingBoxAscent
    }
    return tiles.map((tile) => {
      const at = (path: string): Element => tile.querySelector(path) ?? tile
      const name = at('a > span:last-child > span')
      const letter = getComputedStyle(at('a > span:first-child > span'))
      const ground = getComputedStyle(tile)
      const range = document.createRange()
      range.selectNodeContents(name)
      const [{ x, y, width, height }, text] = [tile.getBoundingClientRect(), range.getBoundingClientRect()]
      return {
        name: at('article').getAttribute('aria-label') ?? '',
        rank: tile.getAttribute('data-rank') ?? '',
        box: { x, y, width, height },
        overrun: Math.max(0, text.right - x - width, text.bottom - y - height, y - text.top),
        letter: heightIn(letter),
        nameColour: getComputedStyle(name).color,
        letterColour: letter.color,
        // All that a tile is painted with: its ground, and the colours of its texture.
        ground: `${ground.backgroundColor} ${ground.backgroundImage}`,
      }
    })
  })

/** Colours in any notation, as the browser draws them. */
const asBytes = (page: Page, colours: readonly string[]): Promise<readonly Rgb[]> =>
  page.evaluate((all) => {
    const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    return all.map((colour): [number, number, number] => {
      if (context === null) return [0, 0, 0]
      context.fillStyle = colour
      context.fillRect(0, 0, 1, 1)
      const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data
      return [r, g, b]
    })
  }, colours)

/** The colours in a background that are seen. */
const coloursIn = (ground: string): readonly string[] =>
  (ground.match(/(?:oklch|oklab|color|rgba?)\([^)]*\)/g) ?? []).filter(
    (colour) => !/^rgba\(.*, 0\)$/.test(colour),
  )

/** All tiles that are in view, as they are drawn now. */
export async function drawnTiles(page: Page): Promise<readonly DrawnTile[]> {
  const tiles = await readTiles(page)
  const all = tiles.flatMap((tile) => [tile.nameColour, tile.letterColour, ...coloursIn(tile.ground)])
  const colours = [...new Set(all)]
  const bytes = await asBytes(page, colours)
  const bytesOf = (colour: string): Rgb => bytes[colours.indexOf(colour)] ?? [0, 0, 0]
  const least = (front: string, ground: string): number =>
    Math.min(...coloursIn(ground).map((back) => contrast(bytesOf(front), bytesOf(back))))
  return tiles.map(({ name, rank, box, overrun, letter, nameColour, letterColour, ground }) => ({
    name,
    rank,
    box,
    overrun,
    letter,
    nameContrast: least(nameColour, ground),
    letterContrast: least(letterColour, ground),
  }))
}
