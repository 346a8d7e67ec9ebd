import { capturedBody } from './expositionBodies.ts'
import { expositionContenders } from './expositionContenders.ts'
import { timed } from './measure.ts'

// A process of its own for the very first run of one contender, named by the argument: cold code, empty
// caches.
const [, , service = '', contender = ''] = process.argv
const prepared = expositionContenders(capturedBody(service))
  .find(({ name }) => name === contender)
  ?.prepare()
if (prepared !== undefined) console.log(JSON.stringify(timed(prepared, 1)))
