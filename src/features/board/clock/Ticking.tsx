import { useLayoutEffect, useRef } from 'react'
import type { EpochMs } from '#src/domain/time/units.ts'
import { useScreen } from '#src/state/screen.ts'

/**
 * A text that changes from second to second. It is written past React: a board of hundreds of tickets has a thousand
 * such texts, and nothing else of it changes with the clock.
 */
export function Ticking({ read }: { readonly read: (now: EpochMs) => string }) {
  const { ticker } = useScreen()
  const place = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const text = new Text(read(ticker.now()))
    place.current?.replaceChildren(text)
    return ticker.subscribe(() => {
      const next = read(ticker.now())
      if (text.data !== next) text.data = next
    })
  }, [read, ticker])
  return <span ref={place} />
}
