// The content as the text of the JSON editor, and back.

import { isObject, type Json } from '../../forms/editing/json-pointer.ts'
import type { Content } from '../../forms/editing-wire.ts'

export const textOf = (content: Content): string => JSON.stringify(content, null, 2)

/** What the text says, or undefined while it is no JSON, or no `definition` and `info`. */
export const contentOf = (text: string): Content | undefined => {
  try {
    const value: Json = JSON.parse(text)
    return isContent(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** The two parts and nothing beside them: what a draft is. */
export const isContent = (value: Json): value is Content =>
  isObject(value) &&
  isObject(value.definition) &&
  isObject(value.info) &&
  Object.keys(value).every((key) => key === 'definition' || key === 'info')
