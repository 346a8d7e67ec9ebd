import { useHashPath } from '#src/state/hashRoute.ts'
import { AlertScreen } from './alert/AlertScreen.tsx'
import { subjectOf } from './drillAddress.ts'
import { PodScreen } from './pod/PodScreen.tsx'
import { ServiceScreen } from './service/ServiceScreen.tsx'

/** The screen of an alert link, of a service or of a pod, as the address says: who opens one goes on to the others. */
export function DrillScreen() {
  const [path] = useHashPath()
  if (path.startsWith('/alert')) return <AlertScreen />
  return subjectOf(path).pod === '' ? <ServiceScreen /> : <PodScreen />
}
