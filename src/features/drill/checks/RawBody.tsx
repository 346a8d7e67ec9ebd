import { useMemo, useState } from 'react'
import { indentJson } from '#src/domain/health/indentJson.ts'
import { looksLikeJson } from '#src/domain/health/looksLikeJson.ts'
import type { Heard, HeardBody } from '#src/domain/heard/heard.ts'
import { englishChecks as words } from '#src/domain/wording/englishChecks.ts'
import { formatBytes } from '#src/domain/wording/formatBytes.ts'
import { usePreference } from '#src/state/preferences.ts'
import { usePageKeys } from '#src/state/usePageKeys.ts'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import styles from './rawBody.module.css'

/** So many characters are drawn at once: one line of half a million is slow to break. */
const STEP = 60_000
/** Indenting makes a body longer, at most to this. */
const INDENTED_CAP = 1_000_000

const FORMS = ['indented', 'asItCame'] as const

function Body({ body }: { readonly body: HeardBody }) {
  const isJson = looksLikeJson(body.text)
  const [form, setForm] = useState<(typeof FORMS)[number]>('indented')
  const [cap, setCap] = useState(STEP)
  const text = useMemo(
    () => (isJson && form === 'indented' ? indentJson(body.text, INDENTED_CAP).text : body.text),
    [body.text, isJson, form],
  )
  if (body.text === '') return <p className={styles.quiet}>{words.rawEmpty}</p>
  const left = Math.max(0, text.length - cap)
  return (
    <>
      <div className={styles.tools}>
        {isJson && (
          <fieldset className={styles.form}>
            <legend className="unseen">{words.form}</legend>
            {FORMS.map((one) => (
              <label key={one}>
                <input type="radio" name="raw-form" checked={form === one} onChange={() => setForm(one)} />
                {words[one]}
              </label>
            ))}
          </fieldset>
        )}
        <CopyButton text={body.text} label={words.copy} done={words.copied} />
      </div>
      {/* A region that scrolls has to be reached by the keyboard (WCAG 2.1.1). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles.body} tabIndex={0} aria-label={words.raw}>
        {text.slice(0, cap)}
      </pre>
      {left > 0 && (
        <button type="button" className={styles.more} onClick={() => setCap(cap + STEP)}>
          {words.moreLetters(Math.min(STEP, left))}
        </button>
      )}
    </>
  )
}

/** How the answer came, in a line: status, type, size, what of it is kept. */
function Facts({ heard }: { readonly heard: Heard }) {
  const { status, contentType, bytes, body } = heard
  const kept = body === null ? '' : words.letters(body.text.length)
  const facts = [
    status === null ? null : words.status(status),
    contentType ?? words.noType,
    bytes === null ? null : formatBytes(bytes),
    body?.isCut === true && bytes !== null ? words.rawCut(kept, formatBytes(bytes)) : null,
  ]
  return (
    <p className={styles.quiet}>
      <code className={styles.url}>{heard.url}</code> {facts.filter((fact) => fact !== null).join(' · ')}
    </p>
  )
}

type Props = {
  /** Undefined while it is being asked for; null where nothing was heard. */
  readonly heard: Heard | null | undefined
  /** Open from the start: where nothing else can be shown. */
  readonly telling: boolean
}

/** The body as it came, as text and nothing but text; the key `r` opens and closes it. */
export function RawBody({ heard, telling }: Props) {
  const [byHand, setByHand] = useState<boolean | null>(null)
  const open = byHand ?? telling
  const singleKeys = usePreference('singleKeys')
  usePageKeys({ [words.rawKey]: () => setByHand(!open) })
  return (
    <section className={styles.raw}>
      <h3>
        <button
          type="button"
          className={styles.head}
          aria-expanded={open}
          aria-keyshortcuts={words.rawKey}
          onClick={() => setByHand(!open)}
        >
          {words.raw} {singleKeys && <kbd>{words.rawKey}</kbd>}
        </button>
      </h3>
      {open && heard === null && <p className={styles.quiet}>{words.rawNone}</p>}
      {open && heard !== null && heard !== undefined && (
        <>
          <Facts heard={heard} />
          {heard.body === null ? <p className={styles.quiet}>{words.rawNone}</p> : <Body body={heard.body} />}
        </>
      )}
    </section>
  )
}
