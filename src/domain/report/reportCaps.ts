/** Most rows of a section, lines of a row, points of a small line, starts on it, and happenings. */
export const MOST_ROWS = 300
export const MOST_LINES = 16
export const MOST_POINTS = 96
export const MOST_STARTS = 64
export const MOST_HAPPENINGS = 5000

/** Rows of a section that have a small line: the worst come first. */
export const MOST_SPARKS = 60

/** Most characters of a line of a report; what is read may be a little longer, as another build may cut elsewhere. */
export const MOST_LINE = 400
export const MOST_READ_LINE = 1000

/** Most characters of a note of a person. */
export const MOST_NOTE = 4000

/** Most bytes of a file that is read, as characters. */
export const MOST_FILE = 8 * 1024 * 1024
