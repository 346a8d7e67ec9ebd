import { aspnet } from './aspnet.ts'
import type { Dialect } from './dialect.ts'
import { dropwizard } from './dropwizard.ts'
import { healthGo } from './healthGo.ts'
import { healthJson } from './healthJson.ts'
import { inHouse } from './inHouse.ts'
import { kubernetes } from './kubernetes.ts'
import { lightship } from './lightship.ts'
import { microprofile } from './microprofile.ts'
import { nestTerminus } from './nestTerminus.ts'
import { springActuator } from './springActuator.ts'

/** Every way of speaking that the sample fleet has, by name. */
export const DIALECTS = {
  'spring-actuator': springActuator,
  'health-json': healthJson,
  'nest-terminus': nestTerminus,
  kubernetes,
  aspnet,
  microprofile,
  'in-house': inHouse,
  dropwizard,
  'health-go': healthGo,
  lightship,
} as const satisfies Record<string, Dialect>

export type DialectName = keyof typeof DIALECTS
