import { beforeEach, describe, expect, it } from 'vitest'
import { sampleRow, sampleStrip } from '#src/state/testing/sampleRow.ts'
import { testScreen } from '#src/state/testing/testScreen.ts'
import { favicon } from '#src/ui/favicon.ts'
import { wearFleetLight } from './wearFleetLight.ts'
import { wearLook } from './wearLook.ts'

beforeEach(() => {
  document.head.innerHTML = '<link rel="icon" href="./icon.svg">'
})

const icon = (): string | undefined => document.querySelector<HTMLLinkElement>('link[rel="icon"]')?.href

describe('wearFleetLight', () => {
  it('is grey before anything is known', () => {
    wearFleetLight(testScreen().watch)
    expect(document.title).toBe('Morning Check')
    expect(icon()).toBe(favicon('unknown'))
  })

  it('follows the fleet from light to light', () => {
    const page = testScreen()
    wearFleetLight(page.watch)
    page.show([sampleRow('orders'), sampleRow('mailer')])
    expect(document.title).toBe('OK · Sample shop')
    expect(icon()).toBe(favicon('green'))
    const rows = [sampleRow('orders', 'red')]
    page.say({ kind: 'digest', full: false, rows, gone: [], strip: sampleStrip(rows) })
    expect(document.title).toBe('ACT 1 · Sample shop')
    expect(icon()).toBe(favicon('red'))
  })
})

describe('wearLook', () => {
  it('puts a chosen theme on the page and takes it off again', () => {
    const { preferences } = testScreen()
    wearLook(preferences)
    expect(document.documentElement.dataset.theme).toBeUndefined()
    preferences.setState({ theme: 'dark' })
    expect(document.documentElement.dataset.theme).toBe('dark')
    preferences.setState({ theme: 'auto' })
    expect(document.documentElement.dataset.theme).toBeUndefined()
  })

  it('puts a chosen density on the page and takes it off again', () => {
    const { preferences } = testScreen()
    wearLook(preferences)
    expect(document.documentElement.dataset.density).toBeUndefined()
    preferences.setState({ density: 'compact' })
    expect(document.documentElement.dataset.density).toBe('compact')
    preferences.setState({ density: 'comfortable' })
    expect(document.documentElement.dataset.density).toBeUndefined()
  })
})
