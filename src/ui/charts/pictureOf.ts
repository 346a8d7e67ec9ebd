/** A picture is drawn twice as fine as it is shown. */
const FINENESS = 2
const ROOM = 12
const HEAD = 44
const SVG = 'http://www.w3.org/2000/svg'

/** What a picture needs of its styles, which it does not take along otherwise. */
const STYLES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'opacity',
  'text-anchor',
  'font-size',
  'font-family',
  'font-weight',
]

/** Writes the styles of an element and of all in it into their copies, as attributes. */
function copyStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from)
  for (const name of STYLES) {
    const value = style.getPropertyValue(name)
    if (value !== '') to.setAttribute(name, value)
  }
  for (const [i, child] of [...from.children].entries()) {
    const copy = to.children[i]
    if (copy !== undefined) copyStyles(child, copy)
  }
}

/** A line of the picture's head, styled as a part of the page. */
function headLine(line: string, from: Element, y: number): SVGTextElement {
  const text = document.createElementNS(SVG, 'text')
  const { color, fontFamily, fontSize, fontWeight } = getComputedStyle(from)
  const attributes = {
    x: 0,
    y,
    fill: color,
    'font-family': fontFamily,
    'font-size': fontSize,
    'font-weight': fontWeight,
  }
  for (const [name, value] of Object.entries(attributes)) text.setAttribute(name, String(value))
  text.textContent = line
  return text
}

/** The chart with its title as a document of its own, in the colours of the page; null where none is drawn. */
function drawingOf(
  figure: HTMLElement,
  title: string,
): { readonly svg: string; readonly width: number; readonly height: number } | null {
  const shown = figure.querySelector('svg.recharts-surface')
  if (shown === null) return null
  const box = shown.getBoundingClientRect()
  const [width, height] = [box.width + 2 * ROOM, box.height + HEAD + 2 * ROOM]
  const copy = shown.cloneNode(true)
  if (!(copy instanceof SVGElement)) return null
  copyStyles(shown, copy)
  copy.setAttribute('y', String(HEAD))
  copy.setAttribute('overflow', 'visible')
  const whole = document.createElementNS(SVG, 'svg')
  for (const [name, value] of Object.entries({ xmlns: SVG, width, height }))
    whole.setAttribute(name, String(value))
  const ground = document.createElementNS(SVG, 'rect')
  for (const [name, value] of Object.entries({
    width,
    height,
    fill: getComputedStyle(document.documentElement).backgroundColor,
  }))
    ground.setAttribute(name, String(value))
  const inner = document.createElementNS(SVG, 'g')
  inner.setAttribute('transform', `translate(${ROOM} ${ROOM})`)
  const told = [...figure.querySelectorAll('figcaption h3, figcaption > p')]
  const lines = told.map((part, i) => headLine(i === 0 ? title : (part.textContent ?? ''), part, 14 + 18 * i))
  inner.append(...lines, copy)
  whole.append(ground, inner)
  return { svg: new XMLSerializer().serializeToString(whole), width, height }
}

/** A chart, under a title, as the bytes of a PNG; null where the browser does not draw it. Nothing is loaded for it. */
export async function pictureOf(figure: HTMLElement, title: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const drawing = drawingOf(figure, title)
  if (drawing === null) return null
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing.svg)}`
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(drawing.width * FINENESS)
  canvas.height = Math.ceil(drawing.height * FINENESS)
  try {
    await image.decode()
  } catch {
    return null
  }
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png')
  })
  return blob === null ? null : new Uint8Array(await blob.arrayBuffer())
}
