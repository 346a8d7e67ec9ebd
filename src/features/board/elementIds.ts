/** Where keys lead: the box in which one finds tickets, and the first of the filters. */
export const FIND_BOX = 'board-find'
export const FIRST_FILTER = 'board-filters'
