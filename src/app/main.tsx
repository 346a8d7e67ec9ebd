// First of all imports: it starts the worker.
import { connection } from './connection.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startTexts } from '#src/domain/wording/startTexts.ts'
import { forgetSavedDigest } from '#src/state/savedDigest.ts'
import { Notice } from '#src/ui/Notice.tsx'
import '#src/ui/base.css'
import { App } from './App.tsx'
import { browserStorage } from './browserStorage.ts'
import { createScreen } from './createScreen.ts'
import { followTabs } from './followTabs.ts'
import { openStart } from './openStart.ts'
import { wearFleetLight } from './wearFleetLight.ts'
import { wearLook } from './wearLook.ts'

const reload = (): void => location.reload()

function page() {
  if (!connection.ok) {
    return (
      <Notice title={startTexts.fleetFile.refusedTitle} whole>
        {connection.error}
      </Notice>
    )
  }
  const screen = createScreen(connection.value.client, connection.value.fleetUrl)
  openStart(screen.preferences)
  followTabs(screen.preferences)
  wearLook(screen.preferences)
  wearFleetLight(screen.watch)
  const forget = (): void => {
    forgetSavedDigest(browserStorage)
    reload()
  }
  return <App screen={screen} onReload={reload} onForget={forget} />
}

const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<StrictMode>{page()}</StrictMode>)
