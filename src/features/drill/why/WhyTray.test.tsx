import { act, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { logPin } from '#src/domain/ticket/testing/pins.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { testScreen } from '#src/state/testing/testScreen.ts'
import { createWhyStore, setAnswer } from '#src/state/whyStore.ts'
import { answer, bar, click, draw, key, LOG, type Rig, rig, said, tray, write } from './testing/whyRig.tsx'
import { WhyTray } from './WhyTray.tsx'

let board: Rig

beforeEach(() => {
  board = rig()
  board.page.preferences.setState({ name: 'Anna' })
})

describe('the tray of five whys', () => {
  it('takes pins to the answer that is written at, and says so', async () => {
    await draw(board)
    expect(bar().textContent).toContain('nothing yet')
    await click(/five whys: chart$/)
    expect(said()).toBe('Pinned to why 1.')
    await click(/five whys: chart$/)
    expect(said()).toBe('It is pinned to why 1 already.')
    expect(bar().textContent).toContain('0 answers, 1 pin')
    await key('w')
    expect(document.activeElement).toBe(answer(1))
    write(2, 'nobody looked')
    await click(/five whys: log$/)
    expect(said()).toBe('Pinned to why 2.')
    const pins = tray().getByRole('list', { name: 'Pinned to why 2' })
    expect(pins.textContent).toContain(LOG.text)
    expect(within(pins).getByRole('link').getAttribute('href')).toBe(LOG.link)
    expect(tray().getByRole('list', { name: 'Pinned to why 1' }).querySelector('svg')).not.toBeNull()
    expect(bar().textContent).toContain('1 answer, 2 pins')
  })

  it('answers p where the keyboard stands beside one pin button, and nowhere else', async () => {
    await draw(board)
    screen.getByRole('link', { name: 'log' }).focus()
    await key('p', document.activeElement ?? document.body)
    expect(said()).toBe('Pinned to why 1.')
    expect(bar().textContent).toContain('1 pin')
    bar().focus()
    await key('p', bar())
    expect(bar().textContent).toContain('1 pin')
    const slider = screen.getByLabelText('chart: point in time')
    slider.focus()
    await key('p', slider)
    expect(bar().textContent).toContain('2 pins')
    await key('w')
    await key('p', answer(1))
    expect(bar().textContent).toContain('2 pins')
    act(() => board.page.preferences.setState({ singleKeys: false }))
    screen.getByRole('link', { name: 'chart' }).focus()
    await key('p', document.activeElement ?? document.body)
    expect(bar().textContent).toContain('2 pins')
  })

  it('moves pins and takes them off, and keeps the keyboard in their row', async () => {
    await draw(board)
    await click(/five whys: log$/)
    await key('w')
    await click(/^Move to why 2/)
    expect(document.activeElement).toBe(answer(1))
    expect(tray().getByRole('list', { name: 'Pinned to why 2' })).toBeDefined()
    await click(/^Take off/)
    expect(document.activeElement).toBe(answer(2))
    expect(bar().textContent).toContain('nothing yet')
    await key('Escape', answer(2))
    expect(document.activeElement).toBe(bar())
    expect(tray().queryByRole('textbox')).toBeNull()
  })

  it('is there again after a reload, without a ticket', async () => {
    await draw(board)
    await click(/five whys: log$/)
    const later = rig()
    const again = testScreen({ desk: later.page.desk, storage: board.page.storage })
    await act(async () => void renderWith(again, <WhyTray service="orders" />))
    expect(screen.getAllByText('0 answers, 1 pin')).toHaveLength(2)
  })

  it('says when the browser takes no more, and makes room where a person says so', async () => {
    const { storage } = board.page
    const write = (key: string, text: string): void => {
      if (!key.endsWith('/orders') || storage.read('morning-check/whys/billing') === null)
        storage.write(key, text)
    }
    board = { ...board, page: Object.assign(board.page, { storage: { ...storage, write } }) }
    setAnswer(createWhyStore(storage), 'billing', 0, 'x')
    await draw(board)
    await click(/five whys: log$/)
    expect(tray().getByRole('alert').textContent).toContain('lives until this page is closed')
    await click(/billing, 1 answer, 0 pins/)
    expect(tray().queryByRole('alert')).toBeNull()
    expect(bar().textContent).toContain('1 pin')
    expect(storage.read('morning-check/whys/orders')).toContain(LOG.text)
  })

  it('shows what a pod says as text', async () => {
    const text = '<img src=x onerror=alert(1)>'
    await draw(board, [logPin({ text, link: 'javascript:alert(1)' })])
    await click(/five whys: log$/)
    await key('w')
    const pins = tray().getByRole('list', { name: 'Pinned to why 1' })
    expect(pins.textContent).toContain(text)
    expect(pins.querySelector('img, a')).toBeNull()
  })
})
