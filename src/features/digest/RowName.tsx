import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { preloadPanel } from './lazyPanel.ts'
import { Icon } from '#src/ui/Icon.tsx'
import styles from './rows.module.css'
import { panelId } from './elementIds.ts'
import { toggleRow } from './viewParams.ts'

type Props = { readonly name: string; readonly light: Light; readonly open: boolean }

/** The service's name: the button that opens its row, and where the keyboard stands. */
export function RowName({ name, light, open }: Props) {
  return (
    <button
      type="button"
      className={styles.name}
      title={name}
      data-row={name}
      aria-expanded={open}
      aria-controls={open ? panelId(name) : undefined}
      onClick={() => toggleRow(name)}
      onPointerEnter={preloadPanel}
      onFocus={preloadPanel}
    >
      <span className={styles.nameText}>{name}</span>
      <span className="unseen">, {screenTexts.light[light]}</span>
      <Icon name="open" size={12} />
    </button>
  )
}
