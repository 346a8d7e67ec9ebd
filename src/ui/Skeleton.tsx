import styles from './Skeleton.module.css'

/** A section to come: its heading and rows in their height and columns, so that nothing jumps when they are there. */
export function Skeleton({ rows }: { readonly rows: number }) {
  return (
    <div aria-hidden="true">
      <div className={styles.head}>
        <span className={styles.name} />
      </div>
      <div className={styles.rows}>
        {Array.from({ length: rows }, (_, i) => (
          <div key={i} className={styles.row}>
            <span className={styles.light} />
            <span className={styles.name} />
            <span className={styles.line} />
          </div>
        ))}
      </div>
    </div>
  )
}
