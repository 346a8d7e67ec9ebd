import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { handoverOf } from './handover.ts'
import { handoverHtml } from './handoverPages.ts'
import { reportHtml } from './reportHtml.ts'
import { REPORT_COLOURS } from './reportStyle.ts'
import { HOSTILE, hostileText } from './testing/hostileTexts.ts'
import { MORNING, reportSaying, reportWith, rowOf, sectionOf } from './testing/sampleReport.ts'

const handoverSaying = (text: string): string =>
  handoverHtml(handoverOf(reportSaying(text), [], { by: text, note: text, at: MORNING, board: text }))

/** All tags in order with the names and fixed values of their attributes; texts and labels are taken out. */
const tagsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/aria-label="[^"<>]*"/, 'aria-label=""'))

describe('reportHtml', () => {
  it.each(HOSTILE.map((text) => [text]))('makes no element and no attribute of %j', (text) => {
    const plain = text.replace(/.+/g, 'orders')
    expect(tagsOf(reportHtml(reportSaying(text)))).toEqual(tagsOf(reportHtml(reportSaying(plain))))
    expect(tagsOf(handoverSaying(text))).toEqual(tagsOf(handoverSaying(plain)))
  })

  it('makes none of any text', () => {
    const plain = tagsOf(reportHtml(reportSaying('orders')))
    fc.assert(
      fc.property(
        hostileText.filter((text) => /[\p{L}\p{N}\p{P}]/u.test(text)),
        (text) => {
          const html = reportHtml(reportSaying(`a${text}`.replace(/[\n\r\u2028\u2029]/g, ' ')))
          expect(tagsOf(html)).toEqual(plain)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('links to views of the dashboard only, and asks nobody for anything', () => {
    const html = reportHtml(reportSaying('"><a href="https://evil.example">'))
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address)
    expect(new Set(links)).toEqual(
      new Set(['https://run.example/check/#/s/orders', 'https://run.example/check/#/t/T-4KQ2M']),
    )
    expect(html).toContain("default-src 'none'")
    expect(html).not.toMatch(/\ssrc=|url\(|@import|<script|<link|<iframe|\son\w+=/)
  })

  it('has no links where the address of the page is not known', () => {
    expect(reportHtml(reportWith({ url: null }))).not.toContain('href')
  })

  it('names its language, its title, its columns and its rows', () => {
    const html = reportHtml(reportWith())
    expect(html).toContain('<html lang="en">')
    expect(html).toContain('<title>Morning check of Web shop, Mon, 23 Nov 2026</title>')
    expect(html).toContain('<th scope="col">Service</th>')
    expect(html).toContain('<th scope="row"><a href="https://run.example/check/#/s/orders">orders</a></th>')
    expect(html).toContain('</svg>ACT</span>')
  })

  it('draws a line with its drift, its limit and its gap, and says it in words', () => {
    const [, act] = reportSaying('memory of orders-1').sections
    const html = reportHtml(reportWith({ sections: act === undefined ? [] : [act] }))
    expect(html).toMatch(/<svg class="spark"[^>]*role="img" aria-label="memory of orders-1">/)
    expect(html).toMatch(/<path class="bound" d="M0 \d+H960"\/>/)
    expect(html).toMatch(/<path class="line" d="M\d+ \d+h15M/)
    expect(html).toMatch(/<path class="fit red"/)
    expect(html).toMatch(/<path class="deploys"/)
  })

  it('writes names that say nothing else as one paragraph', () => {
    const rows = ['billing', 'stock'].map((name) =>
      rowOf({ light: null, name, when: '', lines: [], link: null }),
    )
    const html = reportHtml(reportWith({ sections: [sectionOf('well', { rows, more: 12 })] }))
    expect(html).toContain('<p class="names">billing, stock</p>\n<p>and 12 more</p>')
  })
})

const channel = (hex: string): number => {
  const share = Number.parseInt(hex, 16) / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
/** Relative luminance (WCAG 2.2). */
const luminance = (colour: string): number =>
  0.2126 * channel(colour.slice(1, 3)) +
  0.7152 * channel(colour.slice(3, 5)) +
  0.0722 * channel(colour.slice(5, 7))
const contrast = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

describe('the colours of a report', () => {
  const rows = [
    ...(['text', 'quiet', 'red', 'orange', 'green', 'unknown'] as const).map((name) => ({
      name,
      least: 4.5,
    })),
    { name: 'line', least: 3 } as const,
  ]
  it.each(rows)('$name has $least:1 on both grounds', ({ name, least }) => {
    for (const i of [0, 1] as const)
      expect(contrast(REPORT_COLOURS[name][i], REPORT_COLOURS.ground[i])).toBeGreaterThanOrEqual(least)
  })
})
