import { type FormEvent, useId } from 'react'
import type { TicketLink } from '#src/domain/ticket/ticketEvent.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { useDeeds } from '#src/features/board/deed/deeds.ts'
import { ExternalLink } from '#src/ui/ExternalLink.tsx'
import { keyed } from '#src/ui/keyed.ts'
import styles from './ticketPage.module.css'

const { page: words } = ticketTexts

const textOf = (data: FormData, name: string): string => {
  const value = data.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** Where else something about it is found, and how to add to that. */
export function TicketLinks({
  row,
  links,
}: {
  readonly row: TicketRow
  readonly links: readonly TicketLink[]
}) {
  const { sendAs } = useDeeds()
  const id = useId()
  const send = async (form: HTMLFormElement): Promise<void> => {
    const data = new FormData(form)
    const url = textOf(data, 'url')
    const link = { label: textOf(data, 'label') || url, url }
    if (await sendAs(row, { do: 'link', link })) form.reset()
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    void send(event.currentTarget)
  }
  return (
    <section className={styles.block} aria-label={words.links}>
      <h2>{words.links}</h2>
      <ul>
        {keyed(links, ({ url }) => url).map(([key, { label, url }]) => (
          <li key={key}>
            <ExternalLink href={url}>{label}</ExternalLink>
          </li>
        ))}
      </ul>
      <form className={styles.addLink} onSubmit={onSubmit}>
        <label htmlFor={`${id}-url`} className="unseen">
          {words.linkUrl}
        </label>
        <input id={`${id}-url`} name="url" type="url" placeholder={words.linkUrl} required />
        <label htmlFor={`${id}-label`} className="unseen">
          {words.linkLabel}
        </label>
        <input id={`${id}-label`} name="label" placeholder={words.linkLabel} />
        <button type="submit">{words.linkOk}</button>
      </form>
    </section>
  )
}
