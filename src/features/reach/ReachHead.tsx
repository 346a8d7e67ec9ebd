import type { KeyboardEvent } from 'react'
import { englishReach } from '#src/domain/wording/englishReach.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { getParam, setParams, useParam } from '#src/state/hashRoute.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { CopyLink } from '#src/ui/CopyLink.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import styles from './reachHead.module.css'
import type { ReachCounts } from './reachView.ts'

const { sentence: words } = englishReach

/** What all of it comes to. `told`: services of which something was told, of `of`. */
function sentenceOf({ read, failed, waiting }: ReachCounts, told: number, of: number): string {
  const endpoints = read + failed + waiting
  if (told < of) return words.asking(told, of)
  if (endpoints === 0 || endpoints === waiting) return words.none
  if (failed > 0) return words.failed(failed, endpoints)
  return waiting === 0 ? words.all(read) : words.soFar(read, endpoints)
}

/** The first letter of a search is a step that Back undoes; the others are one step with it. */
const setFind = (find: string): void => setParams({ find }, getParam('find') === '' ? 'push' : 'replace')

function Find() {
  const find = useParam('find')
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    if (find === '') event.currentTarget.blur()
    setFind('')
  }
  return (
    <label className={styles.find}>
      <Icon name="find" />
      <input
        type="search"
        aria-label={englishReach.find}
        placeholder={englishReach.find}
        autoComplete="off"
        spellCheck={false}
        value={find}
        onChange={(event) => setFind(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </label>
  )
}

/** The way back, what this page is, and what it comes to. */
export function ReachHead({ told, counts }: { readonly told: number; readonly counts: ReachCounts }) {
  const services = useWatch(({ rows }) => rows.size)
  const isWell = told >= services && counts.read > 0 && counts.failed === 0 && counts.waiting === 0
  return (
    <header className={styles.head}>
      <div className={styles.says}>
        <p className={styles.home}>
          <a href={hashTo('/')}>{screenTexts.noPage.home}</a> <CopyLink />
        </p>
        <h1 className={styles.title}>
          {screenTexts.product} <span>{screenTexts.screens.reach}</span>
        </h1>
        <div className={styles.sum}>
          <StatusLight light={isWell ? 'green' : 'unknown'} silent />
          <p className={styles.sentence}>
            <output>{services === 0 ? words.none : sentenceOf(counts, told, services)}</output>
          </p>
        </div>
        <p className={styles.lead}>
          {englishReach.lead}
          {counts.failed > 0 && counts.waiting > 0 && ` ${englishReach.waiting(counts.waiting)}.`}
        </p>
      </div>
      <Find />
    </header>
  )
}
