import styles from './podMarks.module.css'

/** Whoever differs is marked by a shape, not by colour alone; the words stand beside it. */
export function OddMark() {
  return (
    <svg className={styles.oddMark} aria-hidden="true" viewBox="0 0 12 12" width="12" height="12">
      <path d="M6 1L11 6L6 11L1 6z" fill="currentColor" />
    </svg>
  )
}
