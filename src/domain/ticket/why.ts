import type { Pin } from './pin.ts'

/** One of the five whys: an answer, and what shows it, in words and as pinned evidence. Builds before pins left them out. */
export type Why = { readonly answer: string; readonly evidence: string; readonly pins?: readonly Pin[] }

/** Five whys, and no sixth (T. Ohno, Toyota Production System: ask why five times). */
export const MOST_WHYS = 5

export const NO_WHY: Why = { answer: '', evidence: '' }

/** What was pinned to an answer; nothing where it was written before there were pins. */
export const pinsOf = ({ pins = [] }: Why): readonly Pin[] => pins

/** Whether anything was answered: words, or something pinned. */
export const isWritten = (why: Why): boolean =>
  why.answer.trim() !== '' || why.evidence.trim() !== '' || pinsOf(why).length > 0

/** An answer with other pins; without any it is as if it never had some. */
export function withPins({ answer, evidence }: Why, pins: readonly Pin[]): Why {
  return pins.length === 0 ? { answer, evidence } : { answer, evidence, pins }
}

/** An answer without its pin at place `j`. */
export const withoutPin = (why: Why, j: number): Why =>
  withPins(
    why,
    pinsOf(why).filter((_, at) => at !== j),
  )

/** Five answers: those that there are, then empty ones. */
export const fiveOf = (whys: readonly Why[]): readonly Why[] =>
  Array.from({ length: MOST_WHYS }, (_, i) => whys[i] ?? NO_WHY)

/** The same text for answers that say the same, with the same pins; their pictures and empty answers do not count. */
export const whysMark = (whys: readonly Why[]): string =>
  JSON.stringify(
    whys
      .filter(isWritten)
      .map((why) => [
        why.answer.trim(),
        why.evidence.trim(),
        pinsOf(why).map(({ kind, text, link }) => [kind, text, link]),
      ]),
  )
