import { useState } from 'react'
import { englishReach } from '#src/domain/wording/englishReach.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { ExternalLink } from '#src/ui/ExternalLink.tsx'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { FixList } from '#src/ui/FixList.tsx'
import styles from './groups.module.css'
import { ReachAge } from './ReachAge.tsx'
import type { FailedGroup, FailedPod } from './reachView.ts'

const { failed: words } = englishReach
const endpointName = screenTexts.panel.endpoint

/** So many pods of one group stand open. */
const SHOWN = 8

function Pod({ failed }: { readonly failed: FailedPod }) {
  const { service, pod, shown, endpoints, at } = failed
  return (
    <li className={styles.pod}>
      <a className={styles.service} href={hashTo('/', { open: service })}>
        {service}
      </a>
      <span className={styles.who}>
        <code>{pod}</code> <span className={styles.quiet}>{shown}</span>
      </span>
      <span className={styles.paths}>
        {endpoints.map(({ endpoint, path, address }) => (
          <ExternalLink key={endpoint} href={address}>
            {path === null ? endpointName[endpoint] : `${endpointName[endpoint]} ${path}`}
          </ExternalLink>
        ))}
      </span>
      <span className={styles.age}>
        <ReachAge at={at} />
      </span>
    </li>
  )
}

function Pods({ pods }: { readonly pods: readonly FailedPod[] }) {
  return (
    <ul aria-label={words.pods}>
      {pods.map((failed) => (
        <Pod key={JSON.stringify([failed.service, failed.pod])} failed={failed} />
      ))}
    </ul>
  )
}

/** The pods beyond the first: drawn when they are asked for, of a blind dashboard there may be thousands. */
function MorePods({ pods }: { readonly pods: readonly FailedPod[] }) {
  const [isOpen, setOpen] = useState(false)
  if (pods.length === 0) return null
  return (
    <details className={styles.more} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.morePods(pods.length)}</summary>
      {isOpen && <Pods pods={pods} />}
    </details>
  )
}

function Group({ group }: { readonly group: FailedGroup }) {
  const { what, meaning, fixes, endpoints, pods } = group
  return (
    <article className={styles.group} aria-label={what}>
      <div className={styles.head}>
        <StatusLight light="unknown" size={20} silent />
        <h3>
          {what} <span>{words.size(endpoints, pods.length)}</span>
        </h3>
      </div>
      <p className={styles.meaning}>{meaning}</p>
      <FixList fixes={fixes} />
      <Pods pods={pods.slice(0, SHOWN)} />
      <MorePods pods={pods.slice(SHOWN)} />
    </article>
  )
}

/** What cannot be read: each kind of failure once, with what mends it, and where it is. */
export function FailedGroups({ groups }: { readonly groups: readonly FailedGroup[] }) {
  if (groups.length === 0) return null
  return (
    <section aria-label={words.heading}>
      <h2 className={styles.heading}>{words.heading}</h2>
      {groups.map((group) => (
        <Group key={group.meaning} group={group} />
      ))}
    </section>
  )
}
