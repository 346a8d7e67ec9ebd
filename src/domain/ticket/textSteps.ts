import { changeField } from './changeField.ts'
import { hadSeen, type Step } from './foldState.ts'

const edited: Step<'edited'> = (state, event, moment) => {
  if (moment.redacted) return
  const { field, value } = event.data
  changeField(state, field, value, event, moment)
  if (field === 'project') state.project = value === '' ? null : value
  else state[field] = value
}

const linked: Step<'linked'> = (state, { data: { label, url } }, { redacted }) => {
  if (!redacted && state.links.every((link) => link.url !== url)) state.links.push({ label, url })
}

const postmortem: Step<'postmortem'> = (state, { data }, { redacted }) => {
  if (redacted) return
  state.whys = data.whys
  state.postmortem = data.markdown
}

/** Of two at once the first counts. Who knew of it, and merged it all the same, saw that it did not count (a circle). */
const mergedInto: Step<'merged_into'> = (state, event, { place }) => {
  const { into } = event.data
  const knewOfIt = event.seen !== undefined && hadSeen(state, event, state.mergePlace)
  if (into === state.id || (state.mergedInto !== null && !knewOfIt)) return
  state.mergedInto = into
  state.mergePlace = place
}

const unmerged: Step<'unmerged'> = (state, { data: { from } }) => {
  if (state.mergedInto === from) state.mergedInto = null
}

const policyChanged: Step<'policy_changed'> = (state, { data }) => {
  state.policy = data.policy
}

/** What is written of it, what it belongs to, and what it is judged by. */
export const textSteps = {
  edited,
  linked,
  postmortem,
  merged_into: mergedInto,
  unmerged,
  policy_changed: policyChanged,
}
