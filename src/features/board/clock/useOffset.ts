import { useBoard } from '#src/state/useBoard.ts'

/** What has to be added to this browser's clock to have that of the shared board. */
export const useOffset = (): number => useBoard(({ desk }) => desk?.offset ?? 0)
