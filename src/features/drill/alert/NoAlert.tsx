import { ALERT_LINK_EXAMPLES, englishAlertLink } from '#src/domain/wording/englishAlertLink.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { Notice } from '#src/ui/Notice.tsx'

const { empty: words, home } = englishAlertLink

/** What this page is for, where its address says nothing of an alert. */
export function NoAlert() {
  return (
    <main>
      <Notice title={words.title} whole>
        <p>{words.lead}</p>
        <p>{words.examples}</p>
        <ul>
          {ALERT_LINK_EXAMPLES.map((example) => (
            <li key={example}>
              <code>{example}</code>
            </li>
          ))}
        </ul>
        <p>{words.templates}</p>
        <p>
          <a href={hashTo('/')}>{home}</a>
        </p>
      </Notice>
    </main>
  )
}
