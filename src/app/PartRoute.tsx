import type { ComponentType } from 'react'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { type Part, usePart } from '#src/state/part.ts'
import { useAgainByItself } from '#src/state/useAgainByItself.ts'
import { Notice } from '#src/ui/Notice.tsx'
import { Shell } from './Shell.tsx'

type Props = {
  readonly title: string
  readonly part: Part<ComponentType>
  /** It hangs on a wall: nobody is there to ask for it again. */
  readonly untended?: boolean
}

/** A screen that comes when it is asked for. Where its chunk cannot be fetched the way back to the digest stays, which is at work all the while. */
export function PartRoute({ title, part, untended = false }: Props) {
  const state = usePart(part)
  useAgainByItself(part, untended)
  if (state.kind === 'waiting') return <Shell />
  if (state.kind === 'ready') {
    const Screen = state.value
    return <Screen />
  }
  const { panel, noPage } = screenTexts
  return (
    <main>
      <Notice title={title} whole>
        <p>{panel.notLoaded}</p>
        <p>
          <button type="button" onClick={part.load}>
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
