// What the keys do in the outline: the tree pattern of ARIA, and what is done to questions without leaving it.
import type { Step } from '../../../forms/editing/move.ts'

export type OutlineKey =
  | { readonly kind: 'go'; readonly to: 'next' | 'previous' | 'first' | 'last' | 'open' | 'close' }
  | { readonly kind: 'move'; readonly step: Step }
  | { readonly kind: 'properties' | 'rename' | 'delete' | 'duplicate' | 'menu' | 'add' }
  | { readonly kind: 'type'; readonly letter: string }

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>

/**
 * What a key asks for; undefined when it is the browser's. While one goes to a row by its first letters, a space is one of
 * them: it must not open a row into which the rest would be typed.
 */
export const outlineKey = (pressed: Pressed, isSearching = false): OutlineKey | undefined => {
  const { key, shiftKey } = pressed
  const isCommand = pressed.ctrlKey || pressed.metaKey
  if (isCommand || pressed.altKey) {
    const step = STEPS[key]
    if (step) return { kind: 'move', step }
    return isCommand && key.toLowerCase() === 'd' ? { kind: 'duplicate' } : undefined
  }
  if (key === 'F10') return shiftKey ? { kind: 'menu' } : undefined
  if (key === ' ' && isSearching) return { kind: 'type', letter: key }
  const known = KEYS[key]
  if (known) return known
  return key.length === 1 ? { kind: 'type', letter: key } : undefined
}

const STEPS: Record<string, Step> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' }

const KEYS: Record<string, OutlineKey> = {
  ArrowDown: { kind: 'go', to: 'next' },
  ArrowUp: { kind: 'go', to: 'previous' },
  ArrowRight: { kind: 'go', to: 'open' },
  ArrowLeft: { kind: 'go', to: 'close' },
  Home: { kind: 'go', to: 'first' },
  End: { kind: 'go', to: 'last' },
  Enter: { kind: 'properties' },
  ' ': { kind: 'properties' },
  F2: { kind: 'rename' },
  Delete: { kind: 'delete' },
  Insert: { kind: 'add' },
  ContextMenu: { kind: 'menu' },
}
