import type { NightMark } from './nightRows.ts'

/** Marks of one kind that would lie over each other, drawn as one shape with their number. */
export type MarkGroup = {
  readonly kind: NightMark['kind']
  /** Where the first of them lies, as a share of the night. */
  readonly at: number
  /** Oldest first. */
  readonly marks: readonly NightMark[]
}

/** What a shape takes of the line, and its number beside it, in CSS pixels. */
const SHAPE = 12
const NUMBER = 14

const roomOf = ({ marks }: MarkGroup): number => (marks.length > 1 ? SHAPE + NUMBER : SHAPE)

/**
 * Puts marks, oldest first, together on a line of `width` CSS pixels: each joins the last group of its kind where it would lie
 * over that. Before the width is known each stands alone.
 */
export function markGroups(marks: readonly NightMark[], width: number): readonly MarkGroup[] {
  const groups: MarkGroup[] = []
  for (const mark of marks) {
    const i = groups.findLastIndex(({ kind }) => kind === mark.kind)
    const last = groups[i]
    if (last !== undefined && width > 0 && (mark.at - last.at) * width < roomOf(last))
      groups[i] = { ...last, marks: [...last.marks, mark] }
    else groups.push({ kind: mark.kind, at: mark.at, marks: [mark] })
  }
  return groups
}
