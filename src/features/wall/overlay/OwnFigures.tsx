import { useStore } from 'zustand'
import { englishWallKeep } from '#src/domain/wording/englishWallKeep.ts'
import { alarmNotice } from '#src/state/alarmNotice.ts'
import { alarmSound } from '#src/state/alarmSound.ts'
import type { NewBuild } from '#src/state/newBuild.ts'
import { usePollHealth } from '#src/state/queries/usePollHealth.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { usePageVitals } from '#src/state/usePageVitals.ts'
import { useWatch } from '#src/state/useWatch.ts'
import type { WakeState } from '#src/state/wakeLock.ts'
import styles from './keeper.module.css'
import { type Figure, pageFigures, watchFigures } from './ownFigures.ts'

const words = englishWallKeep.own

function Figures({ title, list }: { readonly title: string; readonly list: readonly Figure[] }) {
  return (
    <section className={styles.group}>
      <h3>{title}</h3>
      <dl>
        {list.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

type Props = { readonly wake: WakeState; readonly build: NewBuild }

/** What this screen itself takes and does: whether it will still be at work next week. */
export function OwnFigures({ wake, build }: Props) {
  const { openedAt, mode, timeZone } = useScreen()
  const vitals = usePageVitals()
  const health = usePollHealth()
  const beatAt = useWatch((state) => state.beatAt)
  const moment = { now: useNow(), timeZone }
  const screen: readonly Figure[] = [
    [words.lock, words.locks[wake]],
    [words.newer, words.newerIs[build.kind]],
    [words.sound, words.sounds[useStore(alarmSound().store)]],
    [words.noticesAre, words.noticeStates[useStore(alarmNotice().store)]],
  ]
  return (
    <section className={styles.overlay} aria-label={words.title}>
      <h2>
        {words.title} <small>{words.close}</small>
      </h2>
      <Figures title={words.page} list={pageFigures(vitals, openedAt, moment)} />
      <Figures title={words.watch} list={watchFigures(health, { mode, beatAt }, moment)} />
      <Figures title={words.screen} list={screen} />
    </section>
  )
}
