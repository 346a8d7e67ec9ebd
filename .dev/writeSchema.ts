import { writeFileSync } from 'node:fs'
import { fleetSchema } from '#src/domain/fleet/fleetSchema.ts'

writeFileSync('public/fleet.schema.json', `${JSON.stringify(fleetSchema(), null, 2)}\n`)
