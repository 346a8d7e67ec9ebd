import { describe, expect, it } from 'vitest'
import { labelSet } from '#src/domain/exposition/labelSet.ts'
import { ALERT_LABELS } from '#src/domain/fleet/alertLabels.ts'
import { type AlertSubject, alertSubject, subjectAt } from './alertSubject.ts'

const cell = (name: string) => ({ name, light: 'green', observedAt: null, version: null }) as const
const ROWS = [
  { name: 'user-sync', pods: [cell('user-sync-1'), cell('10.0.0.7:8080')] },
  { name: 'orders', pods: [cell('orders-1'), cell('shared-1')] },
  { name: 'orders-api', pods: [cell('shared-1')] },
]

type Row = {
  readonly name: string
  readonly service?: string
  readonly pod?: string
  readonly labels?: Readonly<Record<string, string>>
  readonly prefix?: string
  readonly is: Partial<AlertSubject>
}

const NOBODY: Omit<AlertSubject, 'places'> = { service: null, called: null, pod: null, hasPod: false }

describe('whom an alert is about', () => {
  it.each<Row>([
    { name: 'nobody', is: {} },
    { name: 'its service', service: 'orders', is: { service: 'orders', called: 'orders' } },
    { name: 'in another spelling', service: 'UserSync', is: { service: 'user-sync', called: 'UserSync' } },
    { name: 'behind a namespace', service: 'prod/orders', is: { service: 'orders', called: 'prod/orders' } },
    {
      name: 'the prefix of its message, with what people put behind a name',
      prefix: 'user-sync-service',
      is: { service: 'user-sync', called: 'user-sync-service' },
    },
    {
      name: 'the link before its labels before its message',
      service: 'orders',
      labels: { service: 'user-sync' },
      prefix: 'orders-api',
      is: { service: 'orders', called: 'orders' },
    },
    {
      name: 'labels in the order of the mapping',
      labels: { app: 'orders', job: 'user-sync' },
      is: { service: 'user-sync', called: 'user-sync' },
    },
    {
      name: 'the first that the fleet has',
      service: 'nobody',
      labels: { job: 'orders' },
      is: { service: 'orders', called: 'nobody' },
    },
    { name: 'a stranger', service: 'billing', is: { called: 'billing' } },
    { name: 'a key of every object', service: '__proto__', is: { called: '__proto__' } },
    {
      name: 'its pod',
      service: 'orders',
      pod: 'orders-1',
      is: { service: 'orders', called: 'orders', pod: 'orders-1', hasPod: true },
    },
    {
      name: 'a pod that is gone',
      service: 'orders',
      pod: 'orders-9',
      is: { service: 'orders', called: 'orders', pod: 'orders-9' },
    },
    {
      name: 'the service of its pod',
      labels: { instance: '10.0.0.7:8080' },
      is: { service: 'user-sync', pod: '10.0.0.7:8080', hasPod: true },
    },
    { name: 'nobody where two have such a pod', pod: 'shared-1', is: { pod: 'shared-1' } },
    {
      name: 'a pod by its label, where its address is no name here',
      service: 'orders',
      labels: { instance: '10.9.9.9:80', pod: 'orders-1' },
      is: { service: 'orders', called: 'orders', pod: 'orders-1', hasPod: true },
    },
  ])('$name', ({ service = null, pod = null, labels = {}, prefix = null, is }) => {
    const link = { service, pod, labels: labelSet(Object.entries(labels)) }
    expect(alertSubject(link, prefix, ROWS, ALERT_LABELS)).toMatchObject({ ...NOBODY, ...is })
  })

  it('goes by the mapping of the fleet', () => {
    const link = {
      service: null,
      pod: null,
      labels: labelSet([
        ['component', 'orders'],
        ['job', 'user-sync'],
      ]),
    }
    expect(alertSubject(link, null, ROWS, { serviceLabels: ['component'] }).service).toBe('orders')
  })
})

describe('a pod by its address', () => {
  const ofOrders = { service: 'orders', called: 'orders', pod: '10.0.0.8:443', hasPod: false }
  const pods = [
    { name: 'orders-1', url: '/proxy/1/', shownUrl: 'http://10.0.0.7:8080/app' },
    { name: 'orders-2', url: 'https://10.0.0.8' },
    { name: 'orders-3', url: 'http://Orders.test' },
  ]

  it.each([
    { places: ['10.0.0.7:8080'], pod: 'orders-1' },
    { places: ['gone-1', '10.0.0.8:443'], pod: 'orders-2' },
    { places: ['ORDERS.test:80'], pod: 'orders-3' },
    { places: ['10.0.0.7:9090'], pod: null },
    { places: [''], pod: null },
    { places: [], pod: null },
  ])('$places', ({ places, pod }) => {
    const subject = { ...ofOrders, places }
    expect(subjectAt(subject, pods)).toEqual(pod === null ? subject : { ...subject, pod, hasPod: true })
  })

  it('is not looked for where its name is known', () => {
    const subject = { ...ofOrders, hasPod: true, places: ['10.0.0.7:8080'] }
    expect(subjectAt(subject, pods)).toBe(subject)
  })
})
