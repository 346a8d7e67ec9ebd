import { type RefObject, useLayoutEffect, useState } from 'react'

/** The inside of an element, in whole CSS pixels. */
export type Box = { readonly width: number; readonly height: number }

/** What is taken where nothing is laid out. */
const USUAL: Box = { width: 1920, height: 960 }

const same = (a: Box | null, b: Box): boolean => a !== null && a.width === b.width && a.height === b.height

/** How large an element is inside, followed as it changes; null until it is known. */
export function useBox(element: RefObject<HTMLElement | null>): Box | null {
  const [box, setBox] = useState<Box | null>(typeof ResizeObserver === 'undefined' ? USUAL : null)
  useLayoutEffect(() => {
    if (element.current === null || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return
      const { width, height } = entry.contentRect
      const next = { width: Math.floor(width), height: Math.floor(height) }
      setBox((before) => (same(before, next) ? before : next))
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return box
}
