import { useState } from 'react'
import type { Why } from '#src/domain/ticket/why.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { useDeeds } from '#src/features/board/deed/deeds.ts'
import type { Detail } from '#src/state/boardStore.ts'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import styles from './writing.module.css'

const { page: words } = ticketTexts

/** What is being written; `markdown` null: as the log tells it. */
type Draft = { readonly whys: readonly Why[]; readonly markdown: string | null }

const NO_WHY: Why = { answer: '', evidence: '' }
const FIVE = [0, 1, 2, 3, 4] as const

const savedDraft = ({ ticket }: Detail): Draft => ({
  whys: FIVE.map((i) => ticket.whys[i] ?? NO_WHY),
  markdown: ticket.postmortem === '' ? null : ticket.postmortem,
})

const isWritten = ({ answer, evidence }: Why): boolean => answer.trim() !== '' || evidence.trim() !== ''

type WhyProps = { readonly n: number; readonly why: Why; readonly onChange: (why: Why) => void }

function WhyRow({ n, why, onChange }: WhyProps) {
  return (
    <li>
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
    </li>
  )
}

/** Five whys and the post-mortem as Markdown: made of the log until somebody writes their own. */
export function PostmortemEditor({ detail }: { readonly detail: Detail }) {
  const { sendAs } = useDeeds()
  // Null: nothing is unsaved, and what the others save shows at once.
  const [unsaved, setUnsaved] = useState<Draft | null>(null)
  const draft = unsaved ?? savedDraft(detail)
  const markdown = draft.markdown ?? detail.postmortem
  const setWhy = (i: number, why: Why): void =>
    setUnsaved({ ...draft, whys: draft.whys.map((each, at) => (at === i ? why : each)) })
  const save = async (): Promise<void> => {
    const whys = draft.whys.filter(isWritten)
    if (await sendAs(detail.row, { do: 'postmortem', whys, markdown: draft.markdown ?? '' })) setUnsaved(null)
  }
  return (
    <details className={styles.postmortem} open={detail.postmortemDue || undefined}>
      <summary>
        <span className={styles.chevron}>
          <Icon name="open" size={12} />
        </span>
        <h2>{words.postmortem}</h2>
        {detail.postmortemDue && <b>{words.postmortemDue}</b>}
        {unsaved !== null && <i className={styles.quiet}>{words.unsaved}</i>}
      </summary>
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
