import { expect, it } from 'vitest'
import { drawReport } from './makeReport.ts'
import { keepSigned, readSigned } from './signedReport.ts'
import { sampleCheck, sampleItem } from '#src/features/check/testing/sampleCheck.ts'
import { memoryStorage, testScreen } from '#src/state/testing/testScreen.ts'

const signed = drawReport(
  testScreen(),
  sampleCheck([sampleItem('orders')]),
  { by: 'Anna Müller', at: 1_732_176_000_000, note: 'all quiet', marks: [] },
  null,
)

it('outlives a reload, for its own fleet', () => {
  const storage = memoryStorage()
  keepSigned(storage, signed)
  expect(readSigned(storage, 'Sample shop')).toEqual(signed)
  expect(readSigned(storage, 'Another shop')).toBeNull()
})

it('stays for the life of the page where the browser stores nothing', () => {
  const blocked = { read: () => null, write: () => {}, remove: () => {} }
  keepSigned(blocked, { ...signed, fleet: 'Blocked shop' })
  expect(readSigned(blocked, 'Blocked shop')?.signed?.by).toBe('Anna Müller')
})

it('is none where what is stored is not to be read', () => {
  const storage = memoryStorage()
  storage.write('morning-check/signed-report/Broken shop', '{"format":"morning-check report"')
  expect(readSigned(storage, 'Broken shop')).toBeNull()
})
