import { screenTexts } from '#src/domain/wording/screenTexts.ts'

/** TTA and TRS of the team. */
export function FiguresScreen() {
  return (
    <main>
      <h1>{screenTexts.screens.figures}</h1>
    </main>
  )
}
