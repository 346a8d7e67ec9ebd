import { clipText, plainLine } from './plainLine.ts'
import { MOST_LINE } from './reportCaps.ts'

/** What fits on one line of a report, cut at its last blank where it has one. */
function firstPiece(line: string): string {
  if (line.length <= MOST_LINE) return line
  const head = clipText(line, MOST_LINE).slice(0, -1)
  const end = head.lastIndexOf(' ')
  return end > 0 ? head.slice(0, end) : head
}

function piecesOf(line: string): readonly string[] {
  const pieces: string[] = []
  for (let rest = line; rest !== '';) {
    const piece = firstPiece(rest)
    pieces.push(piece)
    rest = rest.slice(piece.length).trim()
  }
  return pieces
}

/** A note of a person as the lines that they wrote, each as long as a line of a report may be. Nothing of it is lost. */
export const notePieces = (note: string): readonly string[] =>
  note
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(plainLine)
    .flatMap(piecesOf)
