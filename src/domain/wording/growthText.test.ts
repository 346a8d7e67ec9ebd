import { describe, expect, it } from 'vitest'
import { growthText } from './growthText.ts'

const growing = { family: 'http_requests_total', label: 'user_agent', values: 31_243, grewBy: 900 } as const

describe('growthText', () => {
  it.each([
    {
      name: 'grows, with an example that is cut',
      grows: { ...growing, examples: ['Mozilla/5.0 (X11; Linux x86_64)', 'curl/8'] },
      text: 'label user_agent of http_requests_total has 31,000 values and grows ("Mozilla/5.0 (X11; Linux…")',
    },
    {
      name: 'is not known to grow',
      grows: { ...growing, values: 999, grewBy: null, examples: ['curl/8'] },
      text: 'label user_agent of http_requests_total has 999 values ("curl/8")',
    },
    {
      name: 'no example',
      grows: { ...growing, values: 1049, examples: [] },
      text: 'label user_agent of http_requests_total has 1,000 values and grows',
    },
    {
      name: 'letters of two units are not cut in two',
      grows: { ...growing, examples: ['🦀'.repeat(30)] },
      text: `label user_agent of http_requests_total has 31,000 values and grows ("${'🦀'.repeat(23)}…")`,
    },
  ])('$name', ({ grows, text }) => expect(growthText(grows)).toBe(text))
})
