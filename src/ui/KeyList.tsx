import styles from './KeyList.module.css'

type Props = {
  readonly heading?: string
  readonly list: readonly (readonly [key: string, meaning: string])[]
}

/** Keys and what they do. */
export function KeyList({ heading, list }: Props) {
  return (
    <>
      {heading !== undefined && <h3 className={styles.heading}>{heading}</h3>}
      <dl className={styles.keys}>
        {list.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
