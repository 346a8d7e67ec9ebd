import { act, fireEvent } from '@testing-library/react'
import { useLayoutEffect } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { ScreenContext } from './screen.ts'
import { renderWith } from './testing/renderWith.tsx'
import { testScreen } from './testing/testScreen.ts'
import { usePageKeys } from './usePageKeys.ts'

const pressJ = (): boolean => fireEvent.keyDown(document.body, { key: 'j' })

let said: string[]
beforeEach(() => {
  said = []
})

function Answers({ says }: { readonly says: string }) {
  usePageKeys({ j: () => said.push(says) })
  return null
}

/** Somebody who is as fast as the page: the key comes with the first drawing, before anything that waits for it. */
function Fast() {
  useLayoutEffect(() => void pressJ(), [])
  return <Answers says="" />
}

describe('usePageKeys', () => {
  it('answers by the table of the last drawing, once, and no longer than it is drawn', () => {
    const page = testScreen()
    const { rerender, unmount } = renderWith(page, <Answers says="first" />)
    pressJ()
    rerender(
      <ScreenContext value={page}>
        <Answers says="second" />
      </ScreenContext>,
    )
    pressJ()
    unmount()
    pressJ()
    expect(said).toEqual(['first', 'second'])
  })

  it('answers from the moment that the screen is seen', () => {
    renderWith(testScreen(), <Fast />)
    expect(said).toEqual([''])
  })

  it('follows what this person wants of single keys', () => {
    const page = testScreen()
    renderWith(page, <Answers says="j" />)
    act(() => page.preferences.setState({ singleKeys: false }))
    expect(pressJ()).toBe(true)
    act(() => page.preferences.setState({ singleKeys: true }))
    expect(pressJ()).toBe(false)
    expect(said).toEqual(['j'])
  })
})
