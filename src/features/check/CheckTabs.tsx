import { englishCheckScreen } from '#src/domain/wording/englishCheckScreen.ts'
import { printHash, routeWith } from '#src/state/hashRoute.ts'
import { CHECK_VIEWS, type ShownView, useShownView } from './checkAddress.ts'
import styles from './checkHead.module.css'

const { views: words } = englishCheckScreen

const hrefOf = (view: ShownView): string => printHash(routeWith({ view: view === 'check' ? null : view }))

/** The four views as links, so that each may be opened in a tab of its own; their keys are the digits. */
export function CheckTabs() {
  const shown = useShownView()
  return (
    <nav aria-label={words.label}>
      <ul className={styles.tabs}>
        {CHECK_VIEWS.map((view, i) => (
          <li key={view}>
            <a
              href={hrefOf(view)}
              aria-current={view === shown ? 'page' : undefined}
              aria-keyshortcuts={`${i + 1}`}
            >
              {words[view]} <kbd aria-hidden="true">{i + 1}</kbd>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
