import { BURN_IN_STEP, burnInShift, type Shift } from '#src/domain/wall/burnInShift.ts'
import { useNow } from './useNow.ts'

/** By how many px the wall is shifted now; drawn again at every step. */
export const useBurnInShift = (): Shift => burnInShift(useNow(BURN_IN_STEP))
