import { useRef, useState } from 'react'
import type { Ticket } from '#src/domain/ticket/ticket.ts'
import { fiveOf, isWritten, NO_WHY, pinsOf, type Why, whysMark, withoutPin } from '#src/domain/ticket/why.ts'
import { englishWhys } from '#src/domain/wording/englishWhys.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { useDeeds } from '#src/features/board/deed/deeds.ts'
import type { Detail } from '#src/state/boardStore.ts'
import { postmortemShelf, readUnsaved, type UnsavedPostmortem } from '#src/state/postmortemShelf.ts'
import { useScreen } from '#src/state/screen.ts'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import { PinList } from '#src/ui/PinList.tsx'
import styles from './writing.module.css'

const { page: words } = ticketTexts

const FIVE = [0, 1, 2, 3, 4] as const

type Saved = Pick<Ticket, 'whys' | 'postmortem'>

/** The same text for post-mortems that say the same. */
const markOf = ({ whys, postmortem }: Saved): string => JSON.stringify([whysMark(whys), postmortem ?? ''])

const savedDraft = ({ whys, postmortem }: Saved): UnsavedPostmortem => ({
  whys: fiveOf(whys),
  markdown: postmortem === '' ? null : postmortem,
  base: markOf({ whys, postmortem }),
})

function noteOf(
  unsaved: UnsavedPostmortem,
  saved: Saved,
  wasThere: boolean,
  outlives: boolean,
): string | null {
  if (!outlives) return englishWhys.unsavedHere
  if (unsaved.base !== markOf(saved)) return englishWhys.unsavedOld
  return wasThere ? englishWhys.unsavedKept : null
}

/** What somebody writes and has not saved: it stays in this browser when the page is left. Null: nothing. */
function useUnsaved({ ticket }: Detail) {
  const { storage } = useScreen()
  const shelf = postmortemShelf(storage)
  const [kept] = useState(() => readUnsaved(shelf, ticket.id))
  // What the others save shows at once while nothing is unsaved.
  const [unsaved, set] = useState<UnsavedPostmortem | null>(kept)
  const latest = useRef(unsaved)
  const setUnsaved = (draft: UnsavedPostmortem | null): void => {
    if (draft === null) shelf.drop(ticket.id)
    else shelf.keep(ticket.id, draft)
    latest.current = draft
    set(draft)
  }
  /** What was written while it was being saved is not saved. */
  const setSaved = (sent: UnsavedPostmortem | null, saved: Saved): void => {
    const draft = latest.current
    setUnsaved(draft === null || draft === sent ? null : { ...draft, base: markOf(saved) })
  }
  const isKept = kept !== null
  const note = unsaved === null ? null : noteOf(unsaved, ticket, isKept, shelf.outlives(ticket.id))
  return { unsaved, setUnsaved, setSaved, isKept, note }
}

type NoteProps = { readonly note: string; readonly onThrowAway: () => void }

/** That what is shown is not what is saved, and the way back to that. */
function UnsavedNote({ note, onThrowAway }: NoteProps) {
  return (
    <p className={styles.save}>
      <output>{note}</output>
      <button type="button" onClick={onThrowAway}>
        {englishWhys.throwAway}
      </button>
    </p>
  )
}

type WhyProps = { readonly n: number; readonly why: Why; readonly onChange: (why: Why) => void }

function WhyRow({ n, why, onChange }: WhyProps) {
  return (
    <li data-why="">
      <input
        aria-label={words.whyAnswer(n)}
        placeholder={words.whyAnswer(n)}
        value={why.answer}
        onChange={(event) => onChange({ ...why, answer: event.target.value })}
      />
      <input
        aria-label={words.whyEvidence(n)}
        placeholder={words.whyEvidence(n)}
        value={why.evidence}
        onChange={(event) => onChange({ ...why, evidence: event.target.value })}
      />
      <PinList n={n} pins={pinsOf(why)} onRemove={(place) => onChange(withoutPin(why, place))} />
    </li>
  )
}

/**
 * Five whys with what was pinned to them, and the post-mortem as Markdown: made of the log until somebody writes their own.
 */
export function PostmortemEditor({ detail }: { readonly detail: Detail }) {
  const { sendAs } = useDeeds()
  const { unsaved, setUnsaved, setSaved, isKept, note } = useUnsaved(detail)
  const draft = unsaved ?? savedDraft(detail.ticket)
  const markdown = draft.markdown ?? detail.postmortem
  const setWhy = (i: number, why: Why): void =>
    setUnsaved({ ...draft, whys: draft.whys.map((each, at) => (at === i ? why : each)) })
  const save = async (): Promise<void> => {
    const [whys, postmortem] = [draft.whys.filter(isWritten), draft.markdown ?? '']
    if (await sendAs(detail.row, { do: 'postmortem', whys, markdown: postmortem }))
      setSaved(unsaved, { whys, postmortem })
  }
  return (
    <details className={styles.postmortem} open={detail.postmortemDue || isKept || undefined}>
      <summary>
        <span className={styles.chevron}>
          <Icon name="open" size={12} />
        </span>
        <h2>{words.postmortem}</h2>
        {detail.postmortemDue && <b>{words.postmortemDue}</b>}
        {unsaved !== null && <i className={styles.quiet}>{words.unsaved}</i>}
      </summary>
      {note !== null && <UnsavedNote note={note} onThrowAway={() => setUnsaved(null)} />}
      <h3>{words.whys}</h3>
      <p className={styles.quiet}>{words.whysHint}</p>
      <ol className={styles.whys}>
        {FIVE.map((i) => (
          <WhyRow key={i} n={i + 1} why={draft.whys[i] ?? NO_WHY} onChange={(why) => setWhy(i, why)} />
        ))}
      </ol>
      <h3>{words.markdown}</h3>
      {draft.markdown === null && <p className={styles.quiet}>{words.fromLog}</p>}
      <textarea
        className={styles.markdown}
        aria-label={words.markdown}
        rows={18}
        spellCheck
        value={markdown}
        onChange={(event) => setUnsaved({ ...draft, markdown: event.target.value })}
      />
      <p className={styles.save}>
        <button type="button" onClick={() => void save()}>
          {words.save}
        </button>
        {draft.markdown !== null && (
          <button type="button" onClick={() => setUnsaved({ ...draft, markdown: null })}>
            {words.anew}
          </button>
        )}
        <CopyButton text={markdown} label={words.copy} done={words.copied} />
      </p>
    </details>
  )
}
