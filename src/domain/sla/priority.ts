/** How urgent a ticket is: P1 is the most urgent, P5 can wait for a week. */
export type Priority = 1 | 2 | 3 | 4 | 5

/** All of them, the most urgent first. */
export const PRIORITIES: readonly Priority[] = [1, 2, 3, 4, 5]
