import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { fleetSchema } from './fleetSchema.ts'

it('public/fleet.schema.json is what the parser accepts (npm run schema writes it)', () => {
  expect(JSON.parse(readFileSync('public/fleet.schema.json', 'utf8'))).toEqual(fleetSchema())
})
