import { englishBoard } from './englishBoard.ts'
import { englishDeed } from './englishDeed.ts'
import { englishTicket } from './englishTicket.ts'
import { englishTicketPage } from './englishTicketPage.ts'

/** The texts of tickets, of their board, of what is done to them and of their page, in the language in use. */
export const ticketTexts = {
  ...englishTicket,
  board: englishBoard,
  deed: englishDeed,
  page: englishTicketPage,
}
