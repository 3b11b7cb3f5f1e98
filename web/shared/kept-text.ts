// What somebody is writing and has not sent yet, kept on this device until it is: neither a reload, nor a link, nor a dialog
// closed by Escape loses it. Under the person's address, so that nobody else who signs in here reads it.
import { useEffect, useState } from 'preact/hooks'

/** Whose it is, once that is known, and what it is written for. */
export type KeptText = { readonly owner: string | undefined; readonly what: string }

/** The text as it stands, and the way to change it; an empty one is forgotten. Without a place it is kept nowhere. */
export const useKeptText = (kept: KeptText | undefined): [string, (text: string) => void] => {
  const [text, setText] = useState('')
  const key = kept && keyOf(kept)
  useEffect(() => {
    if (key) setText((now) => now || read(key))
  }, [key])
  const write = (next: string): void => {
    setText(next)
    if (key) keep(key, next)
  }
  return [text, write]
}

/** Drops what is kept there: it was sent. */
export const forgetText = (kept: KeptText): void => {
  const key = keyOf(kept)
  if (key) keep(key, '')
}

const keyOf = ({ owner, what }: KeptText): string | undefined => owner && `echeance.texte ${owner} ${what}`

const read = (key: string): string => {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

const keep = (key: string, text: string): void => {
  try {
    if (text === '') localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    // Refused by the browser: private windows, or no room.
  }
}
