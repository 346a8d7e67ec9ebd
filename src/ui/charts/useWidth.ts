import { type RefObject, useEffect, useState } from 'react'

/** What is taken where an element's size cannot be told. */
const USUAL = 640

/** How wide an element is, in whole pixels; 0 until it is known. One observer for all that lies in it. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(typeof ResizeObserver === 'undefined' ? USUAL : 0)
  useEffect(() => {
    if (element.current === null || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.floor(entry.contentRect.width))
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return width
}
