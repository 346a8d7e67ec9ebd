const BUTTON = 'button[data-pins]'

/**
 * Presses the pin button beside which the keyboard stands: that of the smallest part of the page around it that holds any.
 * Where that holds several it is not known what is meant, and nothing happens. Answers whether one was pressed.
 */
export function pressPin(): boolean {
  let part: Element | null = document.activeElement
  while (part !== null && part !== document.body) {
    const buttons = part.matches(BUTTON) ? [part] : [...part.querySelectorAll(BUTTON)]
    const [button] = buttons
    if (buttons.length > 1) return false
    if (button instanceof HTMLElement) {
      button.click()
      return true
    }
    part = part.parentElement
  }
  return false
}
