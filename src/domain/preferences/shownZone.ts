import type { Chosen } from './preferences.ts'

/** The zones that moments may be told in, IANA names. The fleet's is null while its file is not known. */
export type Zones = { readonly mine: string; readonly fleet: string | null }

/** The zone that moments are told in. A fleet that is not known yet, or has no service, is told of in the viewer's own. */
export function shownZone(choice: Chosen<'zone'>, { mine, fleet }: Zones): string {
  switch (choice) {
    case 'mine':
      return mine
    case 'fleet':
      return fleet ?? mine
    case 'utc':
      return 'UTC'
  }
}
