import type { Pin } from '#src/domain/ticket/pin.ts'
import { minutes } from '#src/domain/time/units.ts'
import { NOW } from './events.ts'

/** For tests: a pinned chart of three points, one of them a gap; what is given differs. */
export const chartPin = (own: Partial<Pin> = {}): Pin => ({
  kind: 'chart',
  text: 'memory of orders-2: 3.1 GiB at 14:20',
  link: '#/s/orders/p/orders-2?layer=resources&signal=memory',
  line: { signal: 'memory', pod: 'orders-2', from: NOW, step: minutes(1), values: [1, null, 3], bound: 4 },
  ...own,
})

/** For tests: a pinned line of a log. */
export const logPin = (own: Partial<Pin> = {}): Pin => ({
  kind: 'log',
  text: '14:19:58 error creating user: POST /api/users: 403',
  link: '#/s/orders/p/orders-2?layer=logs',
  line: null,
  ...own,
})
