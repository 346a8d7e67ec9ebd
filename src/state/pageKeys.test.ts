import { afterEach, describe, expect, it } from 'vitest'
import { onPageKeys } from './pageKeys.ts'

let stop = (): void => undefined
afterEach(() => {
  stop()
  document.body.replaceChildren()
})

/** Which keys the page answers while the keyboard stands in `html`. */
function answered(html: string, keys: readonly string[], singleKeys = true): readonly string[] {
  document.body.innerHTML = html
  const got: string[] = []
  stop = onPageKeys(Object.fromEntries(keys.map((key) => [key, () => got.push(key)])), singleKeys)
  const here = document.body.querySelector('[data-here]') ?? document.body
  for (const key of keys)
    here.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  return got
}

const KEYS = ['j', '1', 'Escape', 'ArrowDown']

describe('onPageKeys', () => {
  it.each([
    { where: 'the page', html: '<p>', answers: KEYS },
    { where: 'a button', html: '<button data-here>', answers: KEYS },
    { where: 'a text field', html: '<input data-here>', answers: [] },
    { where: 'a search field', html: '<input type="search" data-here>', answers: [] },
    { where: 'a window', html: '<dialog open><button data-here></dialog>', answers: [] },
    { where: 'a slider', html: '<input type="range" data-here>', answers: ['j', '1', 'Escape'] },
    { where: 'a choice', html: '<input type="radio" data-here>', answers: ['j', '1', 'Escape'] },
    { where: 'a box', html: '<input type="checkbox" data-here>', answers: ['j', '1', 'Escape'] },
  ])('answers on $where: $answers', ({ html, answers }) => {
    expect(answered(html, KEYS)).toEqual(answers)
  })

  it('answers no single letter where they are not wanted', () => {
    expect(answered('<p>', KEYS, false)).toEqual(['Escape', 'ArrowDown'])
  })

  it('knows no key that its table has not', () => {
    expect(answered('<p>', [])).toEqual([])
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'toString', bubbles: true }))
  })
})
