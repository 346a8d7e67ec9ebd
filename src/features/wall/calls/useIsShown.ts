import { useCallback } from 'react'
import type { WallOptions } from '#src/domain/wall/wallOptions.ts'
import { isWanted } from '#src/domain/wall/wallOrder.ts'
import { useScreen } from '#src/state/screen.ts'

/** Whether a service is on this wall: of one that shows a part of the fleet only that part calls. */
export function useIsShown(options: WallOptions): (service: string) => boolean {
  const { watch } = useScreen()
  return useCallback(
    (service) => {
      const row = watch.getState().rows.get(service)
      return row === undefined || isWanted(row, options)
    },
    [watch, options],
  )
}
