import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { Icon } from '#src/ui/Icon.tsx'
import { panelId } from './elementIds.ts'
import { rowPanel } from './lazyPanel.ts'
import styles from './rowName.module.css'
import { toggleRow } from './viewParams.ts'

type Props = { readonly name: string; readonly light: Light; readonly open: boolean }

/**
 * The service's name and the button that opens its row, where the keyboard stands. The name is beside the button,
 * not in it: what is in a button cannot be selected. A click anywhere on the row does the same (`onRowClicks`).
 */
export function RowName({ name, light, open }: Props) {
  return (
    <div className={styles.name}>
      <h3 className={styles.nameText} title={name}>
        {name}
      </h3>
      <button
        type="button"
        className={styles.opener}
        data-row={name}
        aria-label={screenTexts.rowLabel(name, screenTexts.light[light])}
        aria-expanded={open}
        aria-controls={open ? panelId(name) : undefined}
        onClick={() => toggleRow(name)}
        onPointerEnter={rowPanel.preload}
        onFocus={rowPanel.preload}
      >
        <Icon name="open" size={12} />
      </button>
    </div>
  )
}
