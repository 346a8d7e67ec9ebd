import { act, fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { NOW, samplePods, sampleRow } from '#src/state/testing/sampleRow.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { testScreen } from '#src/state/testing/testScreen.ts'
import type { Detail } from '#src/state/screen.ts'
import { RowPanel } from './RowPanel.tsx'

const pod = (name: string): Detail['pods'][number] => ({
  name,
  url: `http://10.0.0.1/${name}/`,
  endpoints: [],
  health: null,
  version: null,
  signals: [],
  startedAt: null,
  recent: [],
})

const pods = samplePods('api', ['green', 'red', 'green'])

async function draw(hash = '#/?open=api') {
  history.replaceState(null, '', hash)
  const names = pods.map(({ name }) => name)
  const page = testScreen({
    detail: () =>
      Promise.resolve({
        name: 'api',
        holdsUntil: NOW,
        pods: names.map(pod),
      }),
  })
  page.show([sampleRow('api', 'red', { pods })])
  const { rerender } = renderWith(page, <RowPanel service="api" cells={pods} />)
  await screen.findAllByRole('group')
  return { rerender }
}

const openPods = (): readonly string[] =>
  screen.getAllByRole('group').flatMap((group) => {
    const name = group.querySelector('summary span')?.textContent ?? ''
    return group.hasAttribute('open') ? [name] : []
  })

/** A click that is cancelled, as the address opens and closes pods, not the platform. */
const click = (name: string, detail = 0): boolean =>
  fireEvent.click(screen.getByText(name, { selector: 'summary span' }), { detail })

describe('the pods of an open row', () => {
  it('the worst is open by itself, which the address need not say', async () => {
    await draw()
    expect(openPods()).toEqual(['api-2'])
    expect(location.hash).toBe('#/?open=api')
  })

  it('opened by hand are in the address, with those that were open', async () => {
    await draw()
    expect(click('api-1')).toBe(false)
    expect(location.hash).toBe('#/?open=api&pod=api-2,api-1')
    expect(openPods()).toEqual(['api-2', 'api-1'])
    click('api-2')
    expect(location.hash).toBe('#/?open=api&pod=api-1')
  })

  it('are those that the address names', async () => {
    await draw('#/?open=api&pod=api-3')
    expect(openPods()).toEqual(['api-3'])
  })

  it('may all be closed', async () => {
    await draw()
    click('api-2')
    expect(openPods()).toEqual([])
    expect(location.hash).toBe('#/?open=api')
  })

  it('leave the pods of other rows in the address alone', async () => {
    await draw('#/?open=api,web&pod=web-1')
    click('api-3')
    expect(location.hash).toBe('#/?open=api,web&pod=web-1,api-2,api-3')
  })

  it('are brought into view when the address asks for them, not when a hand opened them', async () => {
    const seen: unknown[] = []
    Element.prototype.scrollIntoView = function scrollIntoView(this: Element) {
      seen.push(this.querySelector('summary span')?.textContent)
    }
    await draw('#/?open=api&pod=api-3')
    click('api-1')
    expect(seen).toEqual(['api-3'])
  })

  it('stay open where the click ended a selection of their name', async () => {
    await draw()
    const name = screen.getByText('api-2', { selector: 'summary span' })
    act(() => document.getSelection()?.selectAllChildren(name))
    click('api-2', 1)
    expect(openPods()).toEqual(['api-2'])
    click('api-2')
    expect(openPods()).toEqual([])
    document.getSelection()?.removeAllRanges()
  })
})
