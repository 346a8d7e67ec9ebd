import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** The fenced blocks of the README, without their fences. */
const blocks = [...readFileSync('README.md', 'utf8').matchAll(/^```\w*\n([^]*?)^```$/gm)].map(
  ([, text]) => text,
)

// An end-to-end test lets a real Alertmanager render these very files.
it.each(['morning-check.tmpl', 'alertmanager.yml'])('the README shows %s to the letter', (name) => {
  expect(blocks).toContain(readFileSync(`e2e/fixtures/alertmanager/${name}`, 'utf8'))
})
