import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { ExternalLink } from './ExternalLink.tsx'

afterEach(cleanup)

describe('ExternalLink', () => {
  const rows = [
    { href: 'https://wiki.example.org/runbook?x=1#y', isLink: true },
    { href: 'http://10.0.0.1:3000/d/1', isLink: true },
    { href: ['java', 'script:alert(1)'].join(''), isLink: false },
    { href: 'data:text/html,<script>alert(1)</script>', isLink: false },
    { href: '/relative', isLink: false },
    { href: 'not an address', isLink: false },
    { href: '', isLink: false },
  ]
  for (const { href, isLink } of rows) {
    it(`${href === '' ? 'nothing' : href} is ${isLink ? 'a link' : 'plain text'}`, () => {
      render(<ExternalLink href={href}>Runbook</ExternalLink>)
      const link = screen.queryByRole('link', { name: 'Runbook' })
      expect(link?.getAttribute('rel') ?? null).toBe(isLink ? 'noopener noreferrer' : null)
      expect(screen.getByText('Runbook')).toBeTruthy()
    })
  }
})
