import * as v from 'valibot'

/** A part of the file as its own schema reads it; null where that is faulty, which the schema of the whole tells. */
export function readPart<T extends v.GenericSchema>(schema: T, json: unknown): v.InferOutput<T> | null {
  const parsed = v.safeParse(schema, json)
  return parsed.success ? parsed.output : null
}
