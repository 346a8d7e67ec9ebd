import { changeField } from './changeField.ts'
import type { Step } from './foldState.ts'

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

const mergedInto: Step<'merged_into'> = (state, { data: { into } }) => {
  if (into !== state.id) state.mergedInto ??= into
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
