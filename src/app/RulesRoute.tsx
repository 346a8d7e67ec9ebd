import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { againAndAgain, createPart, usePart } from '#src/state/part.ts'
import type { RulesScreen } from '#src/features/rules/RulesScreen.tsx'
import { Notice } from '#src/ui/Notice.tsx'
import { Shell } from './Shell.tsx'

type Module = { readonly RulesScreen: typeof RulesScreen }

const bring = againAndAgain<Module>(
  () => import('#src/features/rules/RulesScreen.tsx'),
  (address) => import(/* @vite-ignore */ address),
  location.origin,
)

const rulesScreen = createPart(async () => (await bring()).RulesScreen)

/** The page of rules. Where its chunk cannot be fetched the way back to the digest stays, which is at work all the while. */
export function RulesRoute() {
  const part = usePart(rulesScreen)
  if (part.kind === 'waiting') return <Shell />
  if (part.kind === 'ready') {
    const RulesScreen = part.value
    return <RulesScreen />
  }
  const { rules, panel, noPage } = screenTexts
  return (
    <main>
      <Notice title={rules} whole>
        <p>{panel.notLoaded}</p>
        <p>
          <button type="button" onClick={rulesScreen.load}>
            {panel.again}
          </button>
        </p>
        <p>
          <a href={hashTo('/')}>{noPage.home}</a>
        </p>
      </Notice>
    </main>
  )
}
