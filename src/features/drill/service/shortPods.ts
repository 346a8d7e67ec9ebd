import { shortNames } from '#src/domain/wording/namePods.ts'

/** How the pods are called where a name has room for so many letters: whole where all fit, else without what all share. */
export function shortPods(names: readonly string[], letters: number): ReadonlyMap<string, string> {
  const fit = names.every((name) => name.length <= letters)
  const said = fit ? names : shortNames(names)
  return new Map(names.map((name, i) => [name, said[i] ?? name]))
}
