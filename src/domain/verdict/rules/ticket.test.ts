import { describe, expect, it } from 'vitest'
import type { TicketMention } from '#src/domain/verdict/ticketMention.ts'
import { ticket } from './ticket.ts'

const mention = (own: Partial<TicketMention>): TicketMention => ({
  code: 'T-4KQ2M',
  priority: 2,
  trouble: 'at-risk',
  clock: 'trs',
  since: 100,
  due: 200,
  ...own,
})

const found = (...tickets: readonly TicketMention[]) =>
  ticket.find({ redDependencies: [], missing: [], silent: [], ofPods: 2, tickets, sinceOf: () => 0 }, 50)

const breached = mention({ code: 'T-BREAC', trouble: 'breached', since: 300 })
const untaken = mention({ code: 'T-UNTAK', trouble: 'unacknowledged', priority: 1 })
const late = mention({ code: 'T-LATER' })

const rows: readonly {
  name: string
  tickets: readonly TicketMention[]
  light: 'orange' | 'red' | null
  codes?: readonly string[]
}[] = [
  { name: 'no ticket asks for anybody', tickets: [], light: null },
  { name: 'one is at risk', tickets: [late], light: 'orange', codes: ['T-LATER'] },
  { name: 'one is breached', tickets: [breached], light: 'red', codes: ['T-BREAC'] },
  { name: 'nobody has taken a P1', tickets: [untaken], light: 'red', codes: ['T-UNTAK'] },
  {
    name: 'several: what is over first, then what nobody has, then what is to come',
    tickets: [late, untaken, breached],
    light: 'red',
    codes: ['T-BREAC', 'T-UNTAK', 'T-LATER'],
  },
  {
    name: 'of two that are as late the more urgent, then the older',
    tickets: [
      breached,
      { ...breached, code: 'T-OLDER', since: 200 },
      { ...breached, code: 'T-FIRST', priority: 1 },
    ],
    light: 'red',
    codes: ['T-FIRST', 'T-OLDER', 'T-BREAC'],
  },
]

describe('tickets as a reason', () => {
  for (const { name, tickets, light, codes } of rows) {
    it(name, () => {
      const reason = found(...tickets)
      const about = reason?.kind === 'ticket' ? reason.about?.tickets : undefined
      expect([reason?.light ?? null, about?.map(({ code }) => code)]).toEqual([light, codes])
    })
  }

  it('counts since its worst ticket does', () => expect(found(late, breached)?.since).toBe(300))
})
