// Leaving a field may say what is wrong with it, or ask more questions. Left by pressing a button, it does so between the
// pressing and the letting go: the button would move away from under the finger, and the click would count for nothing.

let isPressed = false
const waiting: (() => void)[] = []

/** Does `act` once the press under way is over, before what was clicked hears of it; at once when nothing is pressed. */
export const afterPress = (act: () => void): void => {
  if (isPressed) waiting.push(act)
  else act()
}

const begin = (): void => {
  isPressed = true
}

const end = (): void => {
  isPressed = false
  for (const act of waiting.splice(0)) act()
}

/** A finger's letting go comes before the mouse's, which may not come at all. */
const letGo = (): void => {
  isPressed = false
  setTimeout(() => {
    if (!isPressed) end()
  })
}

const watch = (): void => {
  const options = { capture: true, passive: true }
  // On a touch screen the whole mouse press follows the finger's, and it is by the mouse's that a field is left.
  for (const type of ['pointerdown', 'mousedown']) addEventListener(type, begin, options)
  addEventListener('pointerup', letGo, options)
  // What will be clicked is known when the mouse is let go; later, a box that the click has ticked would be drawn unticked.
  for (const type of ['mouseup', 'pointercancel', 'dragend', 'keydown']) addEventListener(type, end, options)
  // Let go where the page is told of nothing: over a list that the browser draws, or in another window.
  addEventListener('pointermove', ({ buttons }) => buttons === 0 && isPressed && end(), options)
}

// Fill pages are drawn in Node too.
if (typeof document !== 'undefined') watch()
