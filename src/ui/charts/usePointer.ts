import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { movePointer, NO_POINTER } from '#src/domain/chart/movePointer.ts'
import { type Span, spanSelected } from '#src/domain/chart/span.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { Crosshair } from './crosshair.ts'
import type { TimeFrame } from './signalView.ts'

/** A hand that holds a button moves less than this without meaning to select. */
const LEAST_DRAG = 4

export type PointerWanted = {
  readonly crosshair: Crosshair
  readonly time: TimeFrame
  /** By how much an arrow key moves. */
  readonly step: DurationMs
  /** In pixels, of the part in which lines are drawn. */
  readonly width: number
  /** Null: back to the whole range. */
  readonly onZoom: (span: Span | null) => void
  readonly isZoomed: boolean
}

type Hold = { left: number; pressedAt: number | null }

/** What a chart does when a hand or a key points at it: it moves what all charts share, and zooms when told to. */
export function usePointer({ crosshair, time, step, width, onZoom, isZoomed }: PointerWanted) {
  // Where the chart lies is asked once, not for each move: asking after texts were written would lay out the page.
  const hold = useRef<Hold>({ left: 0, pressedAt: null })
  const { from, to, until } = time
  const atOf = (clientX: number): EpochMs => {
    const share = Math.max(0, Math.min(1, (clientX - hold.current.left) / width))
    return from + share * (until - from)
  }
  const zoomTo = (): void => {
    const { at, anchor } = crosshair.pointer()
    crosshair.point({ at, anchor: null })
    const span = at === null || anchor === null ? null : spanSelected(at, anchor, { from, to })
    if (span !== null) onZoom(span)
  }
  const locate = (pad: HTMLElement): void => {
    hold.current.left = pad.getBoundingClientRect().left
  }
  const release = ({ clientX }: PointerEvent<HTMLElement>): void => {
    const { pressedAt } = hold.current
    if (pressedAt === null) return
    hold.current.pressedAt = null
    if (Math.abs(clientX - pressedAt) >= LEAST_DRAG) zoomTo()
    else crosshair.point({ at: atOf(clientX), anchor: null })
  }
  const leave = (): void => {
    hold.current.pressedAt = null
    crosshair.point(NO_POINTER)
  }
  /** Takes back the selection, else the zoom, else the pointer. True where there was anything. */
  const goBack = (): boolean => {
    const { at, anchor } = crosshair.pointer()
    hold.current.pressedAt = null
    if (anchor !== null) crosshair.point({ at, anchor: null })
    else if (isZoomed) onZoom(null)
    else crosshair.point(NO_POINTER)
    return anchor !== null || isZoomed || at !== null
  }
  const press = (key: string, shift: boolean): boolean => {
    if (key === 'Escape') return goBack()
    const { anchor } = crosshair.pointer()
    if (key === 'Enter' && anchor !== null) {
      zoomTo()
      return true
    }
    const moved = movePointer(crosshair.pointer(), key, shift, { span: { from, to: until }, step, start: to })
    if (moved !== null) crosshair.point(moved)
    return moved !== null
  }
  return {
    onPointerEnter: ({ currentTarget }: PointerEvent<HTMLElement>) => locate(currentTarget),
    onPointerDown: ({ currentTarget, button, isPrimary, clientX, pointerId }: PointerEvent<HTMLElement>) => {
      if (button !== 0 || !isPrimary) return
      locate(currentTarget)
      currentTarget.setPointerCapture(pointerId)
      hold.current.pressedAt = clientX
      crosshair.point({ at: atOf(clientX), anchor: atOf(clientX) })
    },
    onPointerMove: ({ clientX }: PointerEvent<HTMLElement>) => {
      const { pressedAt } = hold.current
      crosshair.point({ at: atOf(clientX), anchor: pressedAt === null ? null : atOf(pressedAt) })
    },
    onPointerUp: release,
    onPointerCancel: leave,
    onPointerLeave: () => {
      if (hold.current.pressedAt === null) leave()
    },
    onBlur: leave,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const { key, shiftKey, altKey, ctrlKey, metaKey } = event
      if (altKey || ctrlKey || metaKey || !press(key, shiftKey)) return
      event.preventDefault()
      event.stopPropagation()
    },
  }
}
