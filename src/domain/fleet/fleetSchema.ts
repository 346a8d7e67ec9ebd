import { toJsonSchema } from '@valibot/to-json-schema'
import { FLEET_FILE } from './fleetFile.ts'

/**
 * The JSON Schema (draft-07) of a fleet file, for editors: made of the very schema that `parseFleet` uses.
 * `public/fleet.schema.json` is its printed form; `npm run schema` writes it, a test holds the two together.
 */
export function fleetSchema(): object {
  return {
    ...toJsonSchema(FLEET_FILE, {
      typeMode: 'input',
      errorMode: 'ignore',
      // The parser refuses unknown keys, so an editor shall mark them too.
      overrideSchema: ({ jsonSchema }) =>
        jsonSchema.properties === undefined ? undefined : { ...jsonSchema, additionalProperties: false },
    }),
    title: 'Morning Check fleet file',
  }
}
