import { useEffect, useRef, useState } from 'react'
import { showRow } from './rowPlaces.ts'

/** Brings the first row that the address opened at the start into view: once, as soon as the fleet is known. */
export function useArrival(open: ReadonlySet<string>, rows: ReadonlyMap<string, unknown>): void {
  const [first] = useState(() => [...open][0])
  const done = useRef(false)
  useEffect(() => {
    if (done.current || first === undefined || !rows.has(first)) return
    done.current = true
    showRow(first)
  }, [first, rows])
}
