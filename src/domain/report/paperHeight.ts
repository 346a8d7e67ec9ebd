import type { CheckReport, ReportRow, ReportSection } from './checkReport.ts'
import type { LessOnPaper } from './paperDetails.ts'
import { paperLines, paperWidth } from './paperText.ts'
import { isNames } from './reportLayout.ts'

/** What a page of A4 holds, in points: a head over two columns. What stands beside the text of a row takes some of its column. */
export const PAPER = { width: 561, height: 800, column: 273, light: 12, spark: 50 } as const

/** Sizes of print in points: in the larger ones where all fits, else as small as is still read well. */
export const LETTERS = {
  roomy: { em: 7.5, line: 9.5, heading: 15 },
  dense: { em: 6.7, line: 8, heading: 11.5 },
} as const

type Letters = (typeof LETTERS)[keyof typeof LETTERS]

/** Above and below a row. */
const BESIDE_ROW = 1

/** Names are in bold letters, which are wider. */
const BOLD = 1.1

const textHeight = (width: number, column: number, { em, line }: Letters): number =>
  paperLines(width, column / em) * line

/** How high a row is; and of a name among others how wide, in ems. */
type RowSize = { readonly whole: number; readonly short: number; readonly name: number }

function rowSize(row: ReportRow, letters: Letters): RowSize {
  const { light, name, when, lines, spark } = row
  const column = PAPER.column - (light === null ? 0 : PAPER.light) - (spark === null ? 0 : PAPER.spark)
  const bold = BOLD * paperWidth(name)
  const height = (told: readonly string[]): number =>
    textHeight(bold + paperWidth([when, ...told].join(' · ')), column, letters) + BESIDE_ROW
  return {
    whole: height(lines),
    short: height([...lines.slice(0, 1), 'and 12 more lines']),
    name: paperWidth(`${name}, `),
  }
}

function headHeight(
  { headline, period, verdict, sentence, signed }: CheckReport,
  cover: readonly string[],
): number {
  const letters = LETTERS.dense
  const said = [...cover, period, verdict, sentence, signed?.words ?? '', ...(signed?.note ?? '').split('\n')]
  const texts = said.map((text) => textHeight(paperWidth(text), PAPER.width, LETTERS.roomy))
  // The headline has letters of its own; with it the counts, and that something was left out.
  const title = paperLines(paperWidth(headline), 44) * 14 + 4 * letters.line
  return texts.reduce((sum, height) => sum + height, title)
}

/** How high a report of these sections is printed, in points, for each choice of what is left out. `cover`: lines over it. */
export function paperHeight(
  report: CheckReport,
  sections: readonly ReportSection[],
  cover: readonly string[],
  letters: Letters,
): (less: LessOnPaper) => number {
  const sizes = new Map(
    sections.flatMap(({ rows }) => rows).map((row) => [row, rowSize(row, letters)] as const),
  )
  const head = headHeight(report, cover)
  const sectionHeight = (section: ReportSection, less: LessOnPaper): number => {
    const { intro, rows, more } = section
    const areNames = isNames(section)
    let height = letters.heading + (more === 0 ? 0 : letters.line)
    if (intro !== null) height += textHeight(paperWidth(intro), PAPER.column, letters)
    let names = 0
    for (const row of rows) {
      const size = sizes.get(row)
      const shown = areNames ? 'named' : (less.get(row) ?? 'whole')
      if (size === undefined) continue
      if (shown === 'named') names += size.name
      else height += size[shown]
    }
    return names === 0 ? height : height + textHeight(names + 14, PAPER.column, letters)
  }
  return (less) => {
    const flow = sections.reduce((sum, section) => sum + sectionHeight(section, less), 0)
    // One of two columns is a little longer: by half of what is not broken.
    return head + flow / 2 + 2 * letters.line
  }
}
