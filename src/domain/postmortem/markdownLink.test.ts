import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdownLink } from './markdownLink.ts'

const PAGE = 'https://run.example/check/'

describe('markdownLink', () => {
  it.each([
    { link: '#/s/orders', page: PAGE, expected: '[view](<https://run.example/check/#/s/orders>)' },
    {
      link: '#/s/orders',
      page: `${PAGE}#/board`,
      expected: '[view](<https://run.example/check/#/s/orders>)',
    },
    { link: '#/s/orders?a=1&b=2', page: null, expected: '`#/s/orders?a=1&b=2`' },
    { link: '#/s/orders', page: 'javascript:alert(1)', expected: '`#/s/orders`' },
    { link: '#/a`b', page: null, expected: '`#/a%60b`' },
    {
      link: '#/x>)[y](http://e.vil',
      page: PAGE,
      expected: '[view](<https://run.example/check/#/x%3E%29%5By%5D%28http://e.vil>)',
    },
    { link: '#/a\n# b', page: PAGE, expected: '[view](<https://run.example/check/#/a%0A#%20b>)' },
    { link: '#/\ud800', page: null, expected: '`#/%EF%BF%BD`' },
  ])('of $link from $page is $expected', ({ link, page, expected }) => {
    expect(markdownLink('view', link, page)).toBe(expected)
  })

  it('holds one link, whatever the address is', () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from('#/<>[]()`\\|"\n \u202e\u2028a%')),
      maxLength: 30,
    })
    fc.assert(
      fc.property(text, (hostile) => {
        expect(markdownLink('view', `#/${hostile}`, PAGE)).toMatch(/^\[view\]\(<[^\s<>[\]()`\\|"]*>\)$/)
        expect(markdownLink('view', `#/${hostile}`, null)).toMatch(/^`[^\s<>[\]()`\\|"]*`$/)
      }),
    )
  })
})
