import { useState } from 'react'
import type { MorningCheck } from '#src/domain/check/morningCheck.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { isUndecided, type WalkStep } from '#src/domain/check/walkOf.ts'
import { fillingText } from '#src/domain/wording/checkNightWords.ts'
import { englishCheckScreen } from '#src/domain/wording/englishCheckScreen.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { FormDialog } from '#src/ui/FormDialog.tsx'

const { sign: words } = englishCheckScreen

/** More names than these are counted. */
const NAMED = 6

type Props = {
  readonly check: MorningCheck
  readonly walk: readonly WalkStep[]
  readonly note: string
  /** That some of the time would be covered by no check; null where all of it is. */
  readonly uncovered: string | null
  /** Answers with why it was not signed, or null. */
  readonly onSign: (note: string) => Promise<string | null>
  readonly onClose: () => void
}

function undecidedWords(walk: readonly WalkStep[]): string {
  const left = walk.filter(isUndecided).map(({ item }) => item.title)
  if (left.length === 0) return words.allDecided
  const names = left.slice(0, NAMED).join(', ')
  const more = left.length - NAMED
  return words.undecidedAsk(left.length, more > 0 ? words.andMore(names, more) : names)
}

/** Asks once before a check is signed: what light is signed, what was not looked at, what of the night is not known yet. */
export function SignOffDialog({ check, walk, note, uncovered, onSign, onClose }: Props) {
  const [agreed, setAgreed] = useState<Light>(check.light)
  const hint = [
    words.verdict(screenTexts.light[check.light]),
    undecidedWords(walk),
    uncovered,
    fillingText(check.night),
  ]
  return (
    <FormDialog
      title={words.dialog}
      hint={hint.filter((part) => part !== null).join(' ')}
      fields={[{ kind: 'text', name: 'note', label: words.note, value: note }]}
      okLabel={walk.some(isUndecided) ? words.anyway : words.button}
      cancelLabel={words.cancel}
      onClose={onClose}
      onSend={(values) => {
        if (check.light !== agreed) {
          setAgreed(check.light)
          return Promise.resolve(words.changedMeanwhile(screenTexts.light[check.light]))
        }
        return onSign(values('note').trim())
      }}
    />
  )
}
