/** So many log entries are kept of a health page, the newest. */
export const LOG_CAP = 200
