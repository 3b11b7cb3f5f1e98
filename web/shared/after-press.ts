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

/** A click, if there is to be one, comes in the same task as the letting go: what is clicked is known by then. */
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
  for (const type of ['pointerup', 'mouseup']) addEventListener(type, letGo, options)
  for (const type of ['click', 'pointercancel', 'dragend', 'keydown']) addEventListener(type, end, options)
  // Let go where the page is told of nothing: over a list that the browser draws, or in another window.
  addEventListener('pointermove', ({ buttons }) => buttons === 0 && isPressed && end(), options)
}

// Fill pages are drawn in Node too.
if (typeof document !== 'undefined') watch()
