import { DeedDialog } from './DeedDialog.tsx'
import { DeedMenu } from './DeedMenu.tsx'
import { useDeedState } from './deeds.ts'
import { NewTicketDialog } from './NewTicketDialog.tsx'
import { BoardSignIn, WhoDialog } from './WhoDialog.tsx'

/** The window that is open on a page of tickets, if any is. */
export function AskDialog() {
  const asking = useDeedState((state) => state.asking)
  switch (asking?.kind) {
    case 'name':
      return <WhoDialog next={asking.next} />
    case 'sign-in':
      return <BoardSignIn />
    case 'form':
      return <DeedDialog key={asking.form} form={asking.form} row={asking.row} />
    case 'menu':
      return <DeedMenu row={asking.row} />
    case 'new':
      return <NewTicketDialog />
    case undefined:
      return null
  }
}
