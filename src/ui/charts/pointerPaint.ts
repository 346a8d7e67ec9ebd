import type { Pointer } from '#src/domain/chart/movePointer.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { englishCharts as words } from '#src/domain/wording/englishCharts.ts'
import { type ChartTold, toldAt, toldLast } from './chartReading.ts'
import type { SignalView, TimeFrame } from './signalView.ts'

/** The parts of a chart that follow the pointer. */
type PointedParts = {
  readonly value: HTMLElement
  readonly beside: HTMLElement
  readonly when: HTMLElement
  /** What takes the pointer and the keys. */
  readonly pad: HTMLInputElement
  readonly line: HTMLElement
  readonly selection: HTMLElement
}

/** Finds them in a chart; null where they are not all there. */
export function pointedParts(chart: HTMLElement | null): PointedParts | null {
  const part = (name: keyof PointedParts): HTMLElement | null =>
    chart?.querySelector<HTMLElement>(`[data-pointed="${name}"]`) ?? null
  const [value, beside, when, pad] = [part('value'), part('beside'), part('when'), part('pad')]
  const [line, selection] = [part('line'), part('selection')]
  if (!value || !beside || !when || !line || !selection || !(pad instanceof HTMLInputElement)) return null
  return { value, beside, when, pad, line, selection }
}

/** What the parts are painted from. */
export type Pointed = {
  readonly view: SignalView
  readonly time: TimeFrame
  /** Of the part in which lines are drawn, in pixels. */
  readonly width: number
  readonly now: EpochMs
  readonly timeZone: string
}

/** A start of the process is told where one points no further from it, in pixels. */
const NEAR = 5

function write(part: HTMLElement, text: string): void {
  if (part.textContent !== text) part.textContent = text
}

const say = ({ value, beside, when }: ChartTold): string =>
  words.at(when, beside === '' ? value : `${value}, ${beside}`)

/**
 * Writes where the charts are pointed at into one of them: its title, its line, its selection, and what a screen reader is
 * told of it. No part of it is React's, which would draw all charts for each move of a hand.
 */
export function paintPointer(parts: PointedParts, pointed: Pointed, { at, anchor }: Pointer): void {
  const { view, time, width } = pointed
  const x = (moment: EpochMs): number => ((moment - time.from) / (time.until - time.from)) * width
  const told =
    at === null
      ? toldLast(view, pointed)
      : toldAt(view, at, pointed, (NEAR * (time.until - time.from)) / width)
  write(parts.value, told.value)
  write(parts.beside, told.beside)
  write(parts.when, told.when)
  parts.line.hidden = at === null
  if (at !== null) parts.line.style.transform = `translateX(${x(at).toFixed(1)}px)`
  const isSelecting = at !== null && anchor !== null && at !== anchor
  parts.selection.hidden = !isSelecting
  if (isSelecting) {
    const [start, end] = [Math.min(x(at), x(anchor)), Math.max(x(at), x(anchor))]
    parts.selection.style.transform = `translateX(${start.toFixed(1)}px) scaleX(${(end - start).toFixed(1)})`
  }
  // Of those that one does not point at from, nobody hears.
  if (at !== null && parts.pad !== document.activeElement) return
  parts.pad.value = String(Math.round(((at ?? time.to) - time.from) / 1000))
  parts.pad.setAttribute('aria-valuetext', say(told))
}
