import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import type { ServiceDelivery } from '#src/domain/deploy/deliveryOf.ts'
import { NO_DELIVERY } from '#src/domain/deploy/testing/noDelivery.ts'
import { days, minutes } from '#src/domain/time/units.ts'
import { DeployFacts } from './DeployFacts.tsx'

/** 2024-11-21T08:00:00Z. */
const NOW = 1_732_176_000_000

afterEach(cleanup)

const deploy = { version: '1.8.3', at: NOW - days(1), lastAt: NOW - days(1), pods: ['api-1', 'api-2'] }

const delivery: ServiceDelivery = {
  dora: { ...NO_DELIVERY.dora, observedFor: days(4), deploys: 2, perWeek: 3.5, failed: 1 },
  recent: [
    { ...deploy, at: NOW - minutes(5), version: '1.8.2', isRollback: true, outcome: 'so-far', redAt: null },
    { ...deploy, isRollback: false, outcome: 'red', redAt: NOW - days(1) + minutes(20) },
  ],
}

it('tells how deploys went, and the newest ones a line each', () => {
  render(<DeployFacts delivery={delivery} now={NOW} timeZone="Europe/Paris" />)
  expect(screen.getByRole('heading').textContent).toBe('Deploys')
  expect(screen.getByText(/^2 deploys in 4 d of watching \(3.5 a week\), 1 of 2/).tagName).toBe('P')
  const [first, second] = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(first).toMatch(/^1\.8\.2.*2 pods.*roll-back.*no red so far$/)
  expect(second).toMatch(/^1\.8\.3.*yesterday.*2 pods.*red at/)
})

it('is not there where nothing was deployed', () => {
  const { container } = render(<DeployFacts delivery={NO_DELIVERY} now={NOW} timeZone="Europe/Paris" />)
  expect(container.textContent).toBe('')
})
