import { describe, expect, it } from 'vitest'
import { minutes } from '#src/domain/time/units.ts'
import { composeCheck } from './composeCheck.ts'
import type { CheckItem } from './morningCheck.ts'
import { failing, inputOf, leaking, rowOf } from './testing/sampleInput.ts'
import { logOf, markOn, signOffOf, ticketOf, watchOf } from './testing/sampleLog.ts'
import { at, EVENING, MORNING, nightOf, nightOfService, stretches } from './testing/sampleNight.ts'

const ack = (hour: string) => ({ by: 'Anna', at: at(hour), eventId: 'e', toldLateBy: null })

const crash = stretches(['20 17:40', 'green'], ['21 03:12', 'red'], ['21 03:36', 'green'])

const item = (items: readonly CheckItem[], key: string): CheckItem | undefined =>
  items.find((one) => one.key === key)

const told = (items: readonly CheckItem[]): readonly string[] =>
  items.map(({ key, change, isToWalk }) => `${key} ${change}${isToWalk ? '' : ' (no walk)'}`)

describe('composeCheck', () => {
  it('is short on a quiet night: everything was well', () => {
    const check = composeCheck(inputOf([rowOf('billing'), rowOf('orders')]))
    expect(check).toMatchObject({ items: [], well: ['billing', 'orders'], partlySeen: [], light: 'green' })
  })

  it('tells of what recovered, what is red and what leaks, the most urgent first', () => {
    const rows = [
      rowOf('auth'),
      rowOf('billing'),
      rowOf('cart', 'orange', { reasons: [leaking('cart-1', at('21 14:20'))] }),
      rowOf('mail', 'orange', { reasons: [leaking('mail-1', at('21 10:00'))] }),
      rowOf('orders', 'red'),
    ]
    const night = nightOf([nightOfService('auth'), nightOfService('billing', crash)])
    const check = composeCheck(inputOf(rows, { night }))
    expect(told(check.items)).toEqual([
      's/orders new-red',
      's/mail new-orange',
      's/cart new-orange',
      's/billing recovered',
    ])
    expect(item(check.items, 's/cart')).toMatchObject({
      kinds: ['drift'],
      drifts: [{ signal: 'memory', since: at('21 01:00'), reachedAt: at('21 14:20') }],
    })
    expect(item(check.items, 's/cart')?.drifts[0]?.text).toContain('reaches its 4 GiB limit about 14:20')
    expect(check.well).toEqual(['auth'])
  })

  it('never counts as well what was not seen for a part, and claims nothing of what is not known at all', () => {
    const unseen = [{ from: at('21 01:00'), to: at('21 01:12') }]
    const short = [{ from: at('21 01:00'), to: at('21 01:00') + minutes(1) }]
    const night = nightOf([
      nightOfService('auth', undefined, { unseen }),
      nightOfService('billing', undefined, { unseen: short }),
    ])
    const check = composeCheck(inputOf([rowOf('auth'), rowOf('billing'), rowOf('cart')], { night }))
    expect(check.well).toEqual(['billing'])
    expect(check.partlySeen).toEqual([
      { service: 'auth', unseenFor: minutes(12) },
      { service: 'cart', unseenFor: MORNING - EVENING },
    ])
  })

  it('shows grey as not seen, whatever it was', () => {
    const check = composeCheck(inputOf([rowOf('auth', 'unknown', { reasons: [] })]))
    expect(told(check.items)).toEqual(['s/auth unseen'])
    expect([check.well, check.partlySeen]).toEqual([[], []])
  })

  it('compares with the marks of the last sign-off where nobody saw how it stood then', () => {
    const last = signOffOf({ marks: [markOn('billing', 'red'), markOn('orders', 'orange')] })
    const rows = [rowOf('billing', 'red'), rowOf('orders', 'red')]
    const check = composeCheck(inputOf(rows, { last, night: nightOf([]) }))
    expect(told(check.items)).toEqual(['s/orders worse', 's/billing still-red'])
  })

  it('puts what is acknowledged and red at the end of red, oldest first', () => {
    const tickets = [
      ticketOf('aaaaa', { service: 'auth', state: 'acknowledged', ack: ack('21 06:00') }),
      ticketOf('bbbbb', {
        service: 'billing',
        state: 'acknowledged',
        ack: { ...ack('21 04:00'), by: 'anna-muller' },
      }),
      ticketOf('ccccc', {
        service: 'cart',
        state: 'resolved',
        restoredAt: at('21 05:00'),
        ack: ack('21 03:20'),
      }),
    ]
    const rows = [rowOf('auth', 'red'), rowOf('billing', 'red'), rowOf('cart', 'red')]
    const check = composeCheck(inputOf(rows, { log: logOf({ tickets }) }))
    expect(check.items.map(({ title, ackedRed }) => [title, ackedRed])).toEqual([
      ['cart', null],
      ['billing', { at: at('21 04:00'), by: 'Anna Müller' }],
      ['auth', { at: at('21 06:00'), by: 'Anna' }],
    ])
  })

  it('puts a suspected root before what stands under it', () => {
    const under = { cascade: { root: 'store', via: ['store'], affected: [] } }
    const rows = [
      rowOf('auth', 'red', under),
      rowOf('billing', 'red'),
      rowOf('store', 'red', {
        cascade: { root: null, via: [], affected: ['auth', 'cart'] },
        since: at('21 04:00'),
      }),
      rowOf('cart', 'orange', under),
      rowOf('mail', 'green', under),
    ]
    const check = composeCheck(inputOf(rows))
    expect(check.items.map(({ title, root }) => [title, root])).toEqual([
      ['store', null],
      ['auth', 'store'],
      ['cart', 'store'],
      ['billing', null],
    ])
  })

  it('keeps the tickets of a service with it, and gives one of no service a place of its own', () => {
    const tickets = [
      ticketOf('aaaaa'),
      ticketOf('bbbbb', { service: null, title: 'VPN is slow' }),
      ticketOf('ccccc', {
        service: 'not-here',
        state: 'resolved',
        openedAt: EVENING - 9,
        resolvedAt: EVENING - 1,
      }),
      ticketOf('ddddd', { state: 'merged' }),
      ticketOf('eeeee', { state: 'resolved', restoredAt: at('21 04:00'), resolvedAt: at('21 04:05') }),
    ]
    const check = composeCheck(inputOf([rowOf('billing')], { log: logOf({ tickets }) }))
    expect(told(check.items)).toEqual(['s/billing ticket', 't/bbbbb ticket', 't/ccccc ticket (no walk)'])
    expect(item(check.items, 's/billing')?.tickets.map(({ row }) => row.id)).toEqual(['aaaaa', 'eeeee'])
    const ids = (list: keyof typeof check.tickets) => check.tickets[list].map(({ row }) => row.id)
    expect([ids('opened'), ids('restored'), ids('open')]).toEqual([
      ['aaaaa', 'bbbbb', 'eeeee'],
      ['eeeee'],
      ['aaaaa', 'bbbbb'],
    ])
    expect(check.well).toEqual([])
  })

  it('brings a ticket forward that nobody would see otherwise', () => {
    const urgent = ticketOf('aaaaa', { service: null, priority: 1, title: 'VPN is down' })
    const rows = [rowOf('billing', 'red'), rowOf('cart', 'orange')]
    const check = composeCheck(inputOf(rows, { log: logOf({ tickets: [urgent] }) }))
    expect(told(check.items)).toEqual(['s/billing new-red', 't/aaaaa ticket', 's/cart new-orange'])
  })

  it('needs nobody to look again at what a watch says already, until it is over', () => {
    const row = rowOf('billing', 'orange', { reasons: [leaking('billing-1', at('21 14:20'))] })
    const night = nightOf([nightOfService('billing', stretches(['20 17:40', 'orange']))])
    const walk = (own: Parameters<typeof watchOf>[0], reasons = row.reasons) =>
      told(
        composeCheck(inputOf([{ ...row, reasons }], { night, log: logOf({ watches: [watchOf(own)] }) }))
          .items,
      )
    expect(walk({})).toEqual(['s/billing new-orange (no walk)'])
    expect(walk({}, [...row.reasons, failing('billing-2', 'orange')])).toEqual(['s/billing new-orange'])
    expect(walk({ until: { kind: 'time', at: MORNING } })).toEqual(['s/billing new-orange'])
  })

  it('is as of the clock of this browser, wherever that of the log stands', () => {
    const until = { kind: 'time', at: MORNING + minutes(3) } as const
    const log = logOf({ watches: [watchOf({ until })] })
    const check = composeCheck(inputOf([rowOf('billing', 'red')], { log, to: MORNING + minutes(7) }))
    expect(check).toMatchObject({ to: MORNING + minutes(7), now: MORNING, watches: [{ isOver: false }] })
  })

  it('tells of a watch that is over though its service is well, and of one on what is gone', () => {
    const watches = [watchOf(), watchOf({ id: 'x', item: 's/old', service: 'old', title: 'old' })]
    const check = composeCheck(inputOf([rowOf('billing')], { log: logOf({ watches }) }))
    expect(told(check.items)).toEqual(['s/billing watch', 's/old gone'])
    expect(check.watches.map(({ isOver }) => isOver)).toEqual([true, false])
  })

  it('tells what the fleet names no more, and asks about it where it left in trouble', () => {
    const night = nightOf([
      nightOfService('auth'),
      nightOfService('old', stretches(['20 17:40', 'green']), { standing: 'gone' }),
      nightOfService('older', crash.slice(0, 2), { standing: 'gone' }),
    ])
    const check = composeCheck(inputOf([rowOf('auth')], { night }))
    expect(told(check.items)).toEqual(['s/older gone', 's/old gone (no walk)'])
  })

  it('tells of deploys and of restarts that nothing else tells of', () => {
    const deploys = [
      { version: '1.4.2', at: EVENING + 1, lastAt: EVENING + 1, pods: ['a'], isRollback: false },
    ]
    const restarts = [{ pod: 'billing-1', at: at('20 18:00'), learnedAt: MORNING }]
    const night = nightOf([
      nightOfService('auth', undefined, { deploys }),
      nightOfService('billing', undefined, { restarts }),
    ])
    const check = composeCheck(inputOf([rowOf('auth'), rowOf('billing')], { night }))
    expect(told(check.items)).toEqual(['s/billing well', 's/auth well (no walk)'])
    expect(check.well).toEqual([])
  })
})
