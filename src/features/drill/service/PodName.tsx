import styles from './podMarks.module.css'

type Props = {
  readonly name: string
  /** How it is called here; the whole name is what it says to who cannot see it, and on hover. */
  readonly short: string | undefined
}

/** The name of a pod, or the end of it by which it differs from the others. */
export function PodName({ name, short = name }: Props) {
  return (
    <span className={styles.podName} title={name}>
      {short === name ? (
        name
      ) : (
        <>
          <span aria-hidden="true">{short}</span>
          <span className="unseen">{name}</span>
        </>
      )}
    </span>
  )
}
