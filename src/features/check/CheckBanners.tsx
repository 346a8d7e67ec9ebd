import { fillingText, filledText, gapTexts } from '#src/domain/wording/checkNightWords.ts'
import { checkMoment } from '#src/domain/wording/checkTimeWords.ts'
import { newerText, sinceFaultText, uncoveredText } from '#src/domain/wording/checkWords.ts'
import { englishCheckScreen as words } from '#src/domain/wording/englishCheckScreen.ts'
import type { Reader } from '#src/domain/wording/reasonEvidence.ts'
import type { CheckView as Known } from '#src/state/useCheck.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { Banner } from '#src/ui/Banner.tsx'
import styles from './banners.module.css'

type Props = { readonly known: Known; readonly since: string; readonly reader: Reader }

/** What of the night is not known, or only from elsewhere: said in full, once, over all views. */
function NightNotes({ known: { check, isFirst }, reader }: Props) {
  if (check === null) return null
  const { night } = check
  const first = isFirst ? words.first(checkMoment(check.from, reader)) : null
  const notes = [first, ...gapTexts(night, reader), filledText(night, reader), fillingText(night)]
  const said = notes.filter((note) => note !== null)
  if (said.length === 0) return null
  return (
    <ul className={styles.notes} aria-label={words.notKnown}>
      {said.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
}

/** Somebody else signed meanwhile: what is marked here stays, and going over to theirs is this person's own choice. */
function Newer({ known: { newer, draft, actions }, reader }: Props) {
  if (newer === null || draft === null) return null
  return (
    <Banner light="orange" title={newerText(newer, draft.from, reader)}>
      <button type="button" className={styles.take} onClick={actions.startOver}>
        {words.takeNewer}
      </button>
    </Banner>
  )
}

/** What this page itself cannot see, keep or cover. */
export function CheckBanners(props: Props) {
  const { known, since, reader } = props
  const isBlind = useWatch(({ strip }) => strip !== null && strip.blind !== null)
  const { isStalled, sinceFault, uncovered, outlives } = known
  return (
    <>
      {isStalled && (
        <Banner light="unknown" title={words.stalled}>
          {words.stalledMeaning}
        </Banner>
      )}
      {isBlind && !isStalled && (
        <Banner light="unknown" title={words.blind}>
          {words.blindMeaning}
        </Banner>
      )}
      {sinceFault !== null && <Banner light="unknown" title={sinceFaultText(sinceFault, since)} />}
      {uncovered !== null && <Banner light="orange" title={uncoveredText(uncovered, reader)} />}
      {!outlives && (
        <Banner light="unknown" title={words.notStored}>
          {words.notStoredMeaning}
        </Banner>
      )}
      <Newer {...props} />
      <NightNotes {...props} />
    </>
  )
}
