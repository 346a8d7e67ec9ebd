/**
 * The load of an ordinary day moves a median by a fifth or so, and buckets of a histogram read it off with as much error:
 * what rises by less has not moved.
 */
const STIRS = 1.3

/** Whether a value is about what it usually is, or less. */
export const isFlat = (value: number, usual: number): boolean => value <= STIRS * usual
