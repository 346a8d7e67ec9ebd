/**
 * Ways to show the board: the app's own screen; a list that is drawn anew as a whole each second, as one writes it first;
 * and `bare`, texts written by a loop into a document that nothing else keeps, the limit of what is possible.
 */
export const KINDS = ['bare', 'own', 'naive'] as const
export type Kind = (typeof KINDS)[number]

/** How many tickets are open. */
export const OPEN = 500

/** The mark that every tick leaves in a trace. */
export const TICK_MARK = 'board tick'
