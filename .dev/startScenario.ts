import type { NamedScenario } from '#e2e/fleet/namedScenario.ts'
import type { Scenario } from '#e2e/fleet/scenarios.ts'
import { startFleet } from '#e2e/fleet/startFleet.ts'
import { startStory } from '#e2e/fleet/story/startStory.ts'
import { isInstalled } from '#e2e/support/realServers.ts'
import type { OwnFleet } from '#src/gateway/runCommand.ts'
import type { Story } from '#src/domain/watch/scenario/story.ts'

/** Sees to a Prometheus where there is none; false where that cannot be. */
export type BringPrometheus = () => Promise<boolean>

async function startShop(says: string, faults: Scenario): Promise<OwnFleet> {
  console.log('  Starting the sample shop …')
  const { controlUrl, fleetFile, pods, stop } = await startFleet({ scenario: faults })
  return {
    source: { url: `${controlUrl}/fleet.json` },
    lines: () => [
      `  Behind it runs a sample shop: ${fleetFile.services.length} services, ${pods().length} pods.`,
      `  ${says}`,
      '',
      '  Let something else go wrong, and watch:',
      `    curl -X PUT ${controlUrl}/services/orders/fault -d '{"fault":"hangs"}'`,
      `    curl -X DELETE ${controlUrl}/faults        (all is well again)`,
      `    curl ${controlUrl}/faults                  (what can go wrong)`,
      '',
      '  Your own services: npm start -- --fleet my-fleet.json',
    ],
    stop,
  }
}

const NO_PAST =
  '  Prometheus is not installed: the story is played without its past, so that it takes longer to be told.'

async function startTale(story: Story, bringPrometheus: BringPrometheus): Promise<OwnFleet> {
  const withPast = (isInstalled('prometheus') && isInstalled('promtool')) || (await bringPrometheus())
  console.log(`  Starting the story of ${story.name} …`)
  const { fleetPath, pods, stop } = await startStory(story, { withPast })
  return {
    source: { path: fleetPath },
    lines: () => [
      `  Behind it ${pods} pods play ${story.name}. It goes on as soon as the page is open.`,
      `  ${story.says}`,
      withPast ? '  What they said before is in a Prometheus.' : NO_PAST,
    ],
    stop,
  }
}

/** Starts what a named scenario is played by. */
export const startScenario = (scenario: NamedScenario, bringPrometheus: BringPrometheus): Promise<OwnFleet> =>
  scenario.kind === 'shop'
    ? startShop(scenario.says, scenario.faults)
    : startTale(scenario.story, bringPrometheus)
