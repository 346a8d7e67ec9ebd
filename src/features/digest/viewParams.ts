import { type Signal, SIGNALS } from '#src/domain/signals/signal.ts'
import { type Light, WORST_FIRST } from '#src/domain/verdict/light.ts'
import { getParam, printHash, routeWith, setParams, useParam } from '#src/state/hashRoute.ts'
import { joinNames, namesIn } from './nameList.ts'
import { parseShow } from './viewModel.ts'

/** What is shown lies in the address: `#/?show=red,orange&find=pay&open=orders&pod=orders-1&signal=memory`. A link shows the same. */
export const useShow = (): ReadonlySet<Light> => parseShow(useParam('show'))
export const useFind = (): string => useParam('find')
export const useOpenRows = (): ReadonlySet<string> => new Set(namesIn(useParam('open')))
/** The pods that were opened, of whichever open row. */
export const usePickedPods = (): readonly string[] => namesIn(useParam('pod'))

/** The signal whose slope is explained, in every pod that is open: so that they can be compared. */
export function useShownSignal(): Signal | null {
  const asked = useParam('signal')
  return SIGNALS.find((signal) => signal === asked) ?? null
}

/** Explains the slope of a signal, or no longer. */
export const toggleSignal = (signal: Signal): void =>
  setParams({ signal: getParam('signal') === signal ? null : signal })

/** The first letter of a search is a step that Back undoes; the others are one step with it. */
export const setFind = (find: string): void =>
  setParams({ find }, getParam('find') === '' ? 'push' : 'replace')
export const showAll = (): void => setParams({ show: null, find: null })

/** Shows a light or, if it is shown already, takes it out. All four are the same as none: everything. */
export function toggleLight(light: Light): void {
  const show = parseShow(getParam('show'))
  const next = WORST_FIRST.filter((each) => (each === light ? !show.has(light) : show.has(each)))
  setParams({ show: next.length === WORST_FIRST.length ? null : next.join(',') })
}

/** Opens a closed row and closes an open one, and with it the pods that were opened. */
export function toggleRow(name: string): void {
  const open = namesIn(getParam('open'))
  const others = open.filter((each) => each !== name)
  if (others.length < open.length) setParams({ open: joinNames(others), pod: null })
  else setParams({ open: joinNames([...open, name]) })
}

/** Opens a row that may be open already. */
export const openRow = (name: string): void =>
  setParams({ open: joinNames([...new Set([...namesIn(getParam('open')), name])]) })

/** Opens a row at one of its pods, and explains the slope of a signal there. */
export function openAtPod(name: string, pod: string, signal: Signal | null = null): void {
  setParams({
    open: joinNames([...new Set([...namesIn(getParam('open')), name])]),
    pod: joinNames([...new Set([...namesIn(getParam('pod')), pod])]),
    ...(signal === null ? {} : { signal }),
  })
}

/** Says which of these pods are open; pods of other rows stay as they are. */
export function setOpenPods(ofService: readonly string[], open: readonly string[]): void {
  const others = namesIn(getParam('pod')).filter((pod) => !ofService.includes(pod))
  setParams({ pod: joinNames([...others, ...open]) })
}

/** Where a link leads that opens one name instead of another. */
export function linkTo(name: string, insteadOf: string): string {
  const open = namesIn(getParam('open')).map((each) => (each === insteadOf ? name : each))
  return printHash(routeWith({ open: joinNames([...new Set(open)]) }))
}
