/** Where a key leads: the first of the filters. */
export const FIRST_FILTER = 'board-filters'
