import { expect, it } from 'vitest'
import type { Spark } from '#src/domain/digest/digestRow.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'
import { sparkOf } from '#src/domain/wording/testing/sparkOf.ts'
import { NOW, sampleRow, silentPod } from '#src/state/testing/sampleRow.ts'
import { telltale } from './telltale.ts'

const spark = (signal: Spark['signal']): Spark => sparkOf({ signal, pod: 'a-1' })

const base = { light: 'orange', since: NOW, ofPods: 1 } as const
const evidence = { pod: 'a-1', light: 'orange', since: NOW } as const
const full: Reason = {
  ...base,
  kind: 'level',
  pods: [{ ...evidence, signal: 'memory', value: 9, bound: 10, of: null }],
}
const pool: Reason = {
  ...base,
  kind: 'pool-exhausted',
  pods: [{ ...evidence, inUse: 10, bound: 10, waiting: 3, of: null }],
}

for (const { name, line, reasons, shown } of [
  { name: 'the line of its reason', line: 'memory', reasons: [full], shown: true },
  { name: 'the line of a further reason', line: 'memory', reasons: [silentPod('a-1'), full], shown: true },
  { name: 'the line of a kind that has one', line: 'poolInUse', reasons: [pool], shown: true },
  { name: 'another line', line: 'cpu', reasons: [full, pool], shown: false },
  { name: 'a line of no reason', line: 'memory', reasons: [silentPod('a-1')], shown: false },
] as const) {
  it(`${name} is ${shown ? 'shown' : 'not shown'}`, () => {
    const drawn = spark(line)
    expect(telltale(sampleRow('a', 'orange', { spark: drawn, reasons }))).toBe(shown ? drawn : null)
  })
}

it('no line is none', () => {
  expect(telltale(sampleRow('a', 'orange', { reasons: [full] }))).toBeNull()
})
