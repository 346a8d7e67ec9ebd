import { useId } from 'react'
import { PRIORITIES } from '#src/domain/sla/priority.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { isWritten, pinsOf } from '#src/domain/ticket/why.ts'
import { cutText } from '#src/domain/health/cutText.ts'
import { englishWhys as words } from '#src/domain/wording/englishWhys.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { useScreen } from '#src/state/screen.ts'
import { useWhys, useWhyState } from '#src/state/useWhys.ts'
import { setTitle, shownWhys, whyStanding } from '#src/state/whyStore.ts'
import { openWithWhys, type SaveFault, saveWhys } from './saveWhys.ts'
import { TheirWhys } from './TheirWhys.tsx'
import { TrayForm } from './TrayForm.tsx'
import styles from './whyTray.module.css'

const MOST_TITLE = 200

type Props = { readonly service: string }

/** What is to be said of saving: where somebody has to choose, the choice says it itself. */
const said = (fault: SaveFault | null, done: string): string =>
  fault === null ? done : fault.kind === 'refused' ? fault.text : ''

/** The way into the ticket that the service has. */
function IntoTicket({ service, row }: Props & { readonly row: TicketRow }) {
  const screen = useScreen()
  const whys = useWhys()
  const draft = useWhyState(({ drafts }) => drafts.get(service))
  const told = useWhyState((state) => state.told.get(service))
  if (!told || told.ticket !== row.id) return null
  const { code } = row
  const standing = whyStanding(draft, told)
  if (standing === 'changed' || standing === 'apart')
    return <TheirWhys service={service} code={code} whys={told.whys} standing={standing} />
  if (standing === 'saved') {
    return (
      <p>
        <a href={hashTo(`/t/${code}`)}>{words.see(code)}</a>
      </p>
    )
  }
  return (
    <TrayForm
      service={service}
      label={words.save(code)}
      onSend={async (_, by) => said(await saveWhys(screen, row.id, { whys, service, by }), words.saved(code))}
    />
  )
}

/** What a new ticket is to be called: as somebody wrote, else after what was answered or pinned first. */
function useTitle(service: string): string {
  return useWhyState((state) => {
    const own = state.titles.get(service)
    if (own !== undefined) return own
    const first = shownWhys(state, service).whys.find(isWritten)
    const said = first === undefined ? '' : first.answer.trim() || (pinsOf(first)[0]?.text ?? '')
    return cutText(words.titleOf(service, said), MOST_TITLE)
  })
}

/** The way into a ticket where the service has none. */
function IntoNewTicket({ service }: Props) {
  const screen = useScreen()
  const whys = useWhys()
  const title = useTitle(service)
  const id = useId()
  const onSend = async (form: FormData, by: string): Promise<string> => {
    const priority = PRIORITIES.find((one) => `${one}` === form.get('priority')) ?? 3
    const { ticket, fault } = await openWithWhys(screen, { title, priority }, { whys, service, by })
    const text = said(fault, words.opened)
    return ticket !== null && fault !== null ? words.openedOnly(text) : text
  }
  return (
    <TrayForm service={service} label={words.newTicket} onSend={onSend}>
      <p className={styles.field}>
        <label htmlFor={`${id}-title`}>{words.newTitle}</label>
        <input
          id={`${id}-title`}
          required
          maxLength={MOST_TITLE}
          value={title}
          onChange={(event) => setTitle(whys, service, event.target.value)}
        />
      </p>
      <p className={styles.field}>
        <label htmlFor={`${id}-priority`}>{words.newPriority}</label>
        <select id={`${id}-priority`} name="priority" defaultValue="3">
          {PRIORITIES.map((priority) => (
            <option key={priority} value={priority}>
              {words.priority(priority)}
            </option>
          ))}
        </select>
      </p>
    </TrayForm>
  )
}

/** How the five whys get into a ticket. */
export function TrayFoot({ row, ...props }: Props & { readonly row: TicketRow | null }) {
  const isBegun = useWhyState(({ drafts }) => drafts.has(props.service))
  if (row !== null) return <IntoTicket {...props} row={row} />
  return isBegun ? <IntoNewTicket {...props} /> : null
}
