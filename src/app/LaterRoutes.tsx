import { Route, Router, Switch } from 'wouter'
import { englishWays } from '#src/domain/wording/englishWays.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { useHashPath } from '#src/state/hashRoute.ts'
import { againAndAgain, createPart } from '#src/state/part.ts'
import { NoSuchPage } from './NoSuchPage.tsx'
import { PartRoute } from './PartRoute.tsx'

/** A chunk, asked for again when it could not be fetched. */
const again = <T,>(first: () => Promise<T>): (() => Promise<T>) =>
  againAndAgain<T>(first, (address) => import(/* @vite-ignore */ address), location.origin)

const bringRules = again(() => import('#src/features/rules/RulesScreen.tsx'))
const bringBoard = again(() => import('#src/features/board/BoardScreen.tsx'))
const bringTicket = again(() => import('#src/features/board/ticket/TicketScreen.tsx'))
const bringFigures = again(() => import('#src/features/figures/FiguresScreen.tsx'))
const bringReach = again(() => import('#src/features/reach/ReachScreen.tsx'))
const bringCheck = again(() => import('#src/features/check/CheckScreen.tsx'))
const bringWall = again(() => import('#src/features/wall/WallScreen.tsx'))
const bringPreferences = again(() => import('#src/features/preferences/PreferencesScreen.tsx'))
const bringDrill = again(() => import('#src/features/drill/DrillScreen.tsx'))

const rules = createPart(async () => (await bringRules()).RulesScreen)
const board = createPart(async () => (await bringBoard()).BoardScreen)
const ticket = createPart(async () => (await bringTicket()).TicketScreen)
const figures = createPart(async () => (await bringFigures()).FiguresScreen)
const reach = createPart(async () => (await bringReach()).ReachScreen)
const check = createPart(async () => (await bringCheck()).CheckScreen)
const wall = createPart(async () => (await bringWall()).WallScreen)
const preferences = createPart(async () => (await bringPreferences()).PreferencesScreen)
const drill = createPart(async () => (await bringDrill()).DrillScreen)

/** All screens but the digest, each in a chunk of its own. */
export function LaterRoutes() {
  const { rules: rulesTitle, screens } = screenTexts
  return (
    // oxlint-disable-next-line react/hooks -- wouter takes its location hook as a property
    <Router hook={useHashPath}>
      <Switch>
        <Route path="/rules">
          <PartRoute title={rulesTitle} part={rules} />
        </Route>
        <Route path="/board">
          <PartRoute title={screens.board} part={board} />
        </Route>
        <Route path="/board/figures">
          <PartRoute title={screens.figures} part={figures} />
        </Route>
        <Route path="/t/:ticket">
          <PartRoute title={screens.ticket} part={ticket} />
        </Route>
        <Route path="/reach">
          <PartRoute title={screens.reach} part={reach} />
        </Route>
        <Route path="/s/:service">
          <PartRoute title={englishWays.titles.service} part={drill} />
        </Route>
        <Route path="/s/:service/p/:pod">
          <PartRoute title={englishWays.titles.pod} part={drill} />
        </Route>
        <Route path="/check">
          <PartRoute title={englishWays.titles.check} part={check} />
        </Route>
        <Route path="/wall">
          <PartRoute title={englishWays.titles.wall} part={wall} untended />
        </Route>
        <Route path="/preferences">
          <PartRoute title={englishWays.titles.preferences} part={preferences} />
        </Route>
        <Route path="/alert">
          <PartRoute title={englishWays.titles.alert} part={drill} />
        </Route>
        <Route>
          <NoSuchPage />
        </Route>
      </Switch>
    </Router>
  )
}
