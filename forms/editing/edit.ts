import type { Content } from '../editing-wire.ts'
import { patchBetween } from './json-diff.ts'
import { applyPatch, type Patch } from './json-patch.ts'
import { isObject } from './json-pointer.ts'

/** One step of editing, as it can be undone: what it does in words, and the patch of the content that does it. */
export type Edit = {
  readonly label: string
  readonly patch: Patch
  /** Whether it follows from the last step, when that has the same label: both are then undone as one. */
  readonly follows?: true
}

/** An edit with where what it is about stands afterwards. */
export type EditAt = Edit & { readonly at: string }

/** The edit that leads from a content to another. */
export const editTo = (label: string, from: Content, to: Content): Edit => ({
  label,
  patch: patchBetween(from, to),
})

/** A content once patched. Throws when the patch is not of this content. */
export const patched = (content: Content, patch: Patch): Content => {
  const after = applyPatch({ definition: content.definition, info: content.info }, patch)
  if (!isObject(after) || !isObject(after.definition) || !isObject(after.info))
    throw new Error('the patch leaves no definition and info')
  return { definition: after.definition, info: after.info }
}
