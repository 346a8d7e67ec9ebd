/** Farther than this, in CSS pixels, and a press was a drag. */
const DRAG = 3

let pressed: { readonly x: number; readonly y: number } | null = null

function onDown({ clientX: x, clientY: y }: PointerEvent): void {
  pressed = { x, y }
}

/** Keeps where the pointer was pressed last. Returns how to stop. */
export function onPresses(): () => void {
  document.addEventListener('pointerdown', onDown)
  return () => {
    document.removeEventListener('pointerdown', onDown)
    pressed = null
  }
}

type Click = { readonly detail: number; readonly clientX: number; readonly clientY: number }

/** A click without a pointer (detail 0: Enter) is none; one in text that was selected before is a click too. */
function wasDrag({ detail, clientX, clientY }: Click): boolean {
  if (detail === 0) return false
  return pressed === null || Math.hypot(clientX - pressed.x, clientY - pressed.y) > DRAG
}

/** True where a click ended a drag that selected text of an element, and means nothing else. */
export function endsSelection(click: Click, element: Element): boolean {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed || !wasDrag(click)) return false
  return selection.getRangeAt(0).intersectsNode(element)
}
