import { createStore, type StoreApi } from 'zustand/vanilla'

/**
 * Whether the desktop may be written to. `default`: nobody was asked yet. `insecure`: not on plain http hosts.
 * `unsupported`: not in this browser.
 */
export type NoticeState = 'default' | 'granted' | 'denied' | 'insecure' | 'unsupported'

export type AlarmNotice = {
  readonly store: StoreApi<NoticeState>
  /** Asks the person, once: to be called within a key press, as browsers want it. */
  readonly ask: () => Promise<void>
  /** Shows a notice in the place of the one before. `stays`: until somebody has seen it. Nothing happens where that is not allowed. */
  readonly show: (title: string, text: string, stays: boolean) => void
}

const TAG = 'morning-check/wall'

function presentState(): NoticeState {
  if (!isSecureContext) return 'insecure'
  return 'Notification' in globalThis ? Notification.permission : 'unsupported'
}

function createAlarmNotice(): AlarmNotice {
  const store = createStore<NoticeState>(presentState)
  return {
    store,
    ask: async () => {
      if (presentState() === 'default') await Notification.requestPermission()
      store.setState(presentState(), true)
    },
    show(title, text, stays) {
      // It may have been taken back in the browser's settings meanwhile.
      store.setState(presentState(), true)
      if (store.getState() !== 'granted') return
      try {
        const notice = new Notification(title, {
          body: text,
          tag: TAG,
          silent: true,
          requireInteraction: stays,
        })
        notice.addEventListener('click', () => {
          window.focus()
          notice.close()
        })
      } catch {
        // Chrome on Android has the class, and no notices from a page.
        store.setState('unsupported', true)
      }
    },
  }
}

let own: AlarmNotice | null = null

/** The desktop notices of this page. */
export function alarmNotice(): AlarmNotice {
  own ??= createAlarmNotice()
  return own
}
