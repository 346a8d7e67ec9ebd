import { type Light, WORST_FIRST } from '#src/domain/verdict/light.ts'
import { getParam, setParams, useParam } from '#src/state/hashRoute.ts'
import { parseShow } from './viewModel.ts'

const namesIn = (text: string): readonly string[] => text.split(',').filter(Boolean)

/** What is shown lies in the address: `#/?show=red,orange&find=pay&open=orders`. A link shows the same. */
export const useShow = (): ReadonlySet<Light> => parseShow(useParam('show'))
export const useFind = (): string => useParam('find')
export const useOpenRows = (): ReadonlySet<string> => new Set(namesIn(useParam('open')))
/** The pod whose part of an open row was asked for. */
export const usePickedPod = (): string => useParam('pod')

export const setFind = (find: string): void => setParams({ find })
export const showAll = (): void => setParams({ show: null, find: null })

/** Shows a light or, if it is shown already, takes it out. All four are the same as none: everything. */
export function toggleLight(light: Light): void {
  const show = parseShow(getParam('show'))
  const next = WORST_FIRST.filter((each) => (each === light ? !show.has(light) : show.has(each)))
  setParams({ show: next.length === WORST_FIRST.length ? null : next.join(',') })
}

/** Opens a closed row and closes an open one. */
export function toggleRow(name: string): void {
  const open = namesIn(getParam('open'))
  const others = open.filter((each) => each !== name)
  setParams({ open: (others.length < open.length ? others : [...open, name]).join(','), pod: null })
}

/** Opens a row at one of its pods. */
export function openAtPod(name: string, pod: string): void {
  setParams({ open: [...new Set([...namesIn(getParam('open')), name])].join(','), pod })
}
