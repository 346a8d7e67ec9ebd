import { useState } from 'react'
import type { CheckNode } from '#src/domain/health/checkNode.ts'
import { countNodes, foldChecks, worstWithin } from '#src/domain/health/foldChecks.ts'
import { englishChecks as words } from '#src/domain/wording/englishChecks.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { useCapped } from '#src/ui/useCapped.ts'
import { CheckLine } from './CheckLine.tsx'
import { type CheckView, checkLight } from './checkView.ts'
import styles from './checks.module.css'

/** So many checks of one level are drawn at once. */
const STEP = 200
/** A branch with no more parts than that is open though all is well in it. */
const SMALL_BRANCH = 6

type ListProps = { readonly nodes: readonly CheckNode[]; readonly view: CheckView }

const isMarked = ({ changes }: CheckView, { key }: CheckNode): boolean => {
  const change = changes?.of.get(key)
  return change !== undefined && (change.kind === 'new' || change.state !== null || change.message !== null)
}

const hasMarked = (view: CheckView, node: CheckNode): boolean =>
  isMarked(view, node) || node.parts.some((part) => hasMarked(view, part))

function Branch({ node, view }: { readonly node: CheckNode; readonly view: CheckView }) {
  const isTelling = worstWithin(node) !== 'ok' || view.found || hasMarked(view, node)
  const [byHand, setByHand] = useState<boolean | null>(null)
  const open = byHand ?? (isTelling || node.parts.length <= SMALL_BRANCH)
  return (
    <>
      <button
        type="button"
        className={styles.fold}
        aria-expanded={open}
        aria-label={`${node.check.name}: ${words.parts(countNodes(node.parts))}`}
        onClick={() => setByHand(!open)}
      >
        {words.parts(countNodes(node.parts))}
      </button>
      {open && <CheckTree nodes={node.parts} view={view} />}
    </>
  )
}

function Items({ nodes, view }: ListProps) {
  const { shown, left, next, more } = useCapped(nodes, STEP)
  return (
    <>
      {shown.map((node) => (
        <li key={node.key} className={styles.item}>
          <CheckLine node={node} view={view} />
          {node.parts.length > 0 && <Branch node={node} view={view} />}
        </li>
      ))}
      {left > 0 && (
        <li>
          <button type="button" className={styles.more} onClick={more}>
            {words.showMore(next, left)}
          </button>
        </li>
      )}
    </>
  )
}

function Folded({ nodes, view }: ListProps) {
  const [open, setOpen] = useState(false)
  return (
    <li>
      <button type="button" className={styles.well} aria-expanded={open} onClick={() => setOpen(!open)}>
        <StatusLight light={checkLight('ok', view)} size={16} />
        {words.wellFolded(countNodes(nodes))}
      </button>
      {open && (
        <ul className={styles.tree}>
          <Items nodes={nodes} view={view} />
        </ul>
      )}
    </li>
  )
}

/** The checks of one level, the worst first, each with its parts; what is well is one line where there is much of it. */
export function CheckTree({ nodes, view }: ListProps) {
  const { shown, well } = foldChecks(nodes, (node) => view.found || isMarked(view, node))
  return (
    <ul className={styles.tree}>
      <Items nodes={shown} view={view} />
      {well.length > 0 && <Folded nodes={well} view={view} />}
    </ul>
  )
}
