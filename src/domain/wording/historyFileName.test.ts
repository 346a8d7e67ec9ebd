import { expect, it } from 'vitest'
import { handoverFileName, historyFileName, reportFileName, ticketFileName } from './historyFileName.ts'

const LATE = Date.UTC(2026, 10, 24, 23, 30)

it.each([
  { title: 'Web shop', zone: 'UTC', expected: 'morning-check-history-Web-shop-2026-11-24.mch' },
  { title: 'Web shop', zone: 'Europe/Paris', expected: 'morning-check-history-Web-shop-2026-11-25.mch' },
  { title: ' ../a\\b: "c"? ', zone: 'UTC', expected: 'morning-check-history-a-b-c-2026-11-24.mch' },
  { title: 'Été 日本', zone: 'UTC', expected: 'morning-check-history-Été-日本-2026-11-24.mch' },
  { title: '…', zone: 'UTC', expected: 'morning-check-history-2026-11-24.mch' },
  {
    title: '𝔘'.repeat(300),
    zone: 'UTC',
    expected: `morning-check-history-${'𝔘'.repeat(40)}-2026-11-24.mch`,
  },
])('$title in $zone is $expected', ({ title, zone, expected }) => {
  expect(historyFileName(title, LATE, zone)).toBe(expected)
})

it('names a file of tickets in the same way', () => {
  expect(ticketFileName('Web shop', LATE, 'UTC')).toBe('morning-check-tickets-Web-shop-2026-11-24.jsonl')
})

it('names reports and handovers in the same way', () => {
  expect(reportFileName('html', 'Web shop', LATE, 'UTC')).toBe(
    'morning-check-report-Web-shop-2026-11-24.html',
  )
  expect(handoverFileName('json', 'Web shop', LATE, 'UTC')).toBe(
    'morning-check-handover-Web-shop-2026-11-24.json',
  )
})
