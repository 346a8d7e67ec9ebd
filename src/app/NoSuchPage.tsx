import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { useHashPath } from '#src/state/hashRoute.ts'
import { Notice } from '#src/ui/Notice.tsx'

/** An address that names no screen. */
export function NoSuchPage() {
  const [path] = useHashPath()
  const { title, text, home } = screenTexts.noPage
  return (
    <main>
      <Notice title={title} whole>
        <p>{text(path)}</p>
        <p>
          <a href="#/">{home}</a>
        </p>
      </Notice>
    </main>
  )
}
