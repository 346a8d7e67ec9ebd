const OPTION = /^--scenario(?:=(?<value>.*))?$/s

/**
 * Takes `--scenario NAME` out of a command line: the rest is the gateway's. `name` is null where it is not there, and empty
 * where it has no value.
 */
export function takeScenario(args) {
  let name = null
  const rest = []
  const left = [...args]
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    const found = OPTION.exec(word)
    const hasNext = left.length > 0 && !left[0].startsWith('--')
    if (found === null) rest.push(word)
    else name = found.groups.value ?? (hasNext ? left.shift() : '')
  }
  return { name, rest }
}
