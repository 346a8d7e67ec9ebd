import type { WalkStep } from '#src/domain/check/walkOf.ts'
import { cutText } from '#src/domain/health/cutText.ts'
import { PRIORITIES, type Priority } from '#src/domain/sla/priority.ts'
import type { TicketDraft } from '#src/domain/ticket/ticketCommand.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { englishCheckScreen } from '#src/domain/wording/englishCheckScreen.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { FormDialog, type FormValues } from '#src/ui/FormDialog.tsx'

const { ticketDialog: words } = englishCheckScreen

const LONGEST_TITLE = 120

type Props = {
  readonly step: WalkStep
  readonly note: string
  /** Since when, where nothing tells when the trouble began. */
  readonly now: EpochMs
  /** Answers with why it was not opened, or null. */
  readonly onOpen: (draft: TicketDraft) => Promise<string | null>
  readonly onClose: () => void
}

const priorityIn = (values: FormValues): Priority =>
  PRIORITIES.find((priority) => `${priority}` === values('priority')) ?? 3

/** Opens a ticket for a matter: what is known of it stands there already. */
export function TicketDialog({ step: { item }, note, now, onOpen, onClose }: Props) {
  const [worst] = item.reasons
  const title = worst === undefined ? item.title : `${item.title}: ${worst.text}`
  const known = [...item.reasons.map(({ text }) => text), note].filter((line) => line !== '')
  return (
    <FormDialog
      title={words.title(item.title)}
      fields={[
        {
          kind: 'line',
          name: 'title',
          label: words.name,
          value: cutText(title, LONGEST_TITLE),
          needed: true,
        },
        {
          kind: 'choice',
          name: 'priority',
          label: words.priority,
          value: item.light === 'red' ? '2' : '3',
          options: PRIORITIES.map((priority) => [`${priority}`, ticketTexts.priority(priority)] as const),
        },
        { kind: 'text', name: 'description', label: words.description, value: known.join('\n') },
      ]}
      okLabel={words.ok}
      cancelLabel={words.cancel}
      onClose={onClose}
      onSend={(values) => {
        const title = values('title').trim()
        if (title === '') return Promise.resolve(words.needsTitle)
        return onOpen({
          title,
          description: values('description').trim(),
          service: item.service,
          project: null,
          priority: priorityIn(values),
          source: 'hand',
          dedupKey: null,
          openedAt: item.since ?? now,
          links: [],
        })
      }}
    />
  )
}
