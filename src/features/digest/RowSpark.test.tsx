import { act, fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { driftOf, SPARK_NOW, sparkOf } from '#src/domain/wording/testing/sparkOf.ts'
import type { Spark } from '#src/domain/digest/digestRow.ts'
import { hours } from '#src/domain/time/units.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { sampleRow, silentPod } from '#src/state/testing/sampleRow.ts'
import { testScreen } from '#src/state/testing/testScreen.ts'
import { DigestScreen } from './DigestScreen.tsx'
import { RowSpark } from './RowSpark.tsx'

const drift = sparkOf({
  slope: driftOf(),
  marks: [{ at: SPARK_NOW - hours(2), kind: 'deploy', version: '2.4.1' }],
})

function draw(spark: Spark | null = drift, labelled = false): HTMLElement {
  renderWith(
    testScreen({ timeZone: 'UTC' }),
    <RowSpark service="catalog" light="orange" spark={spark} labelled={labelled} />,
  )
  return spark === null ? document.body : screen.getByRole('button', { hidden: true })
}

const card = (): HTMLElement | null => document.querySelector('[role="tooltip"]')
const cell = (line: HTMLElement): HTMLElement => line.parentElement ?? line

describe('the line of a row', () => {
  it('tells everything to who does not see it', () => {
    expect(draw().getAttribute('aria-label')).toBe(
      'memory of catalog-2 over 1 d: from 1.17 GiB to 1.9 GiB, now 1.9 GiB, +31 MiB/h (29 to 33), since Tue 14:20, ' +
        'reaches its 4 GiB limit Sat about 09:40 (between 08:10 and 11:30), deploy of 2.4.1 06:00',
    )
  })

  it.each([
    { labelled: true, expected: 0 },
    { labelled: false, expected: -1 },
  ])('Tab stops at it in a row in trouble only: $labelled', ({ labelled, expected }) => {
    expect(draw(drift, labelled).tabIndex).toBe(expected)
  })

  it('is an empty cell where there is none', () => {
    draw(null)
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('opens its row at the pod that is drawn', () => {
    fireEvent.click(draw())
    expect(location.hash).toBe('#/?open=catalog&pod=catalog-2&signal=memory')
  })
})

describe('the card of a line', () => {
  it('is drawn only while it is pointed at, and tells the slope line by line', () => {
    const line = draw()
    expect(card()).toBeNull()
    fireEvent.pointerEnter(cell(line))
    expect(card()?.querySelector('p')?.textContent).toBe('memory catalog-2')
    const facts = [...(card()?.querySelectorAll('dl > div') ?? [])].map(({ textContent }) => textContent)
    expect(facts).toEqual([
      'slope+31 MiB/h',
      '95 % sure29 to 33',
      'sinceTue 14:20',
      'limit4 GiB',
      'reachedSat about 09:40 (between 08:10 and 11:30)',
      'shown1 d, from 1.17 GiB to 1.9 GiB, now 1.9 GiB',
      'startsdeploy of 2.4.1 06:00',
    ])
    fireEvent.pointerLeave(cell(line))
    expect(card()).toBeNull()
  })

  it('stays while the pointer is on the card itself, which lies inside the cell', () => {
    const line = draw()
    fireEvent.pointerEnter(cell(line))
    fireEvent.pointerOver(card() ?? line, { relatedTarget: line })
    expect(card()).not.toBeNull()
    expect(cell(line).contains(card())).toBe(true)
  })

  it('does not open by a finger, whose tap is a click', () => {
    const line = draw()
    fireEvent.pointerEnter(cell(line), { pointerType: 'touch' })
    expect(card()).toBeNull()
  })

  it('opens with the keyboard and closes when that goes on', () => {
    const line = draw()
    fireEvent.keyDown(document.body, { key: 'Tab' })
    act(() => line.focus())
    expect(card()).not.toBeNull()
    fireEvent.pointerLeave(cell(line))
    expect(card()).not.toBeNull()
    act(() => line.blur())
    expect(card()).toBeNull()
  })

  it('closes with Esc, which then means nothing else to the page', () => {
    const line = draw()
    fireEvent.pointerEnter(cell(line))
    expect(fireEvent.keyDown(document.body, { key: 'Escape' })).toBe(false)
    expect(card()).toBeNull()
    expect(fireEvent.keyDown(document.body, { key: 'Escape' })).toBe(true)
  })
})

const press = (key: string): boolean => fireEvent.keyDown(document.activeElement ?? document.body, { key })
const here = (): string | undefined =>
  document.activeElement instanceof HTMLElement
    ? (document.activeElement.dataset.line ?? document.activeElement.dataset.row)
    : undefined

function drawDigest(): void {
  const page = testScreen()
  page.show([
    sampleRow('orders', 'red', { reasons: [silentPod('orders-1')] }),
    sampleRow('catalog', 'green', { spark: drift }),
    sampleRow('mailer'),
  ])
  renderWith(page, <DigestScreen />)
}

describe('the keyboard among lines', () => {
  it('goes from a row to its line with → and back with ←', () => {
    drawDigest()
    press('j')
    press('j')
    expect(here()).toBe('catalog')
    expect(press('ArrowRight')).toBe(false)
    expect(document.activeElement?.matches('[data-line="catalog"]')).toBe(true)
    expect(press('ArrowLeft')).toBe(false)
    expect(document.activeElement?.matches('[data-row="catalog"]')).toBe(true)
  })

  it('goes on to the next row from a line', () => {
    drawDigest()
    press('j')
    press('j')
    press('ArrowRight')
    press('j')
    expect(here()).toBe('mailer')
  })

  it('leaves the arrows to the page where there is no line', () => {
    drawDigest()
    expect(press('ArrowRight')).toBe(true)
    press('j')
    expect(press('ArrowRight')).toBe(true)
    expect(press('ArrowLeft')).toBe(true)
  })
})
