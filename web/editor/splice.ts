/** One change of a text: what stood at a place, and what stands there now. */
export type Splice = { readonly from: number; readonly removed: string; readonly inserted: string }

/** The smallest single change from one text to another. */
export const spliceBetween = (before: string, after: string): Splice => {
  const shortest = Math.min(before.length, after.length)
  let from = 0
  while (from < shortest && before.charCodeAt(from) === after.charCodeAt(from)) from++
  let end = 0
  while (
    end < shortest - from &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end++
  return {
    from,
    removed: before.slice(from, before.length - end),
    inserted: after.slice(from, after.length - end),
  }
}

/** The text after the change, or undefined when the change was made to another text. */
export const spliced = (text: string, { from, removed, inserted }: Splice): string | undefined =>
  text.startsWith(removed, from)
    ? text.slice(0, from) + inserted + text.slice(from + removed.length)
    : undefined

export const reversed = ({ from, removed, inserted }: Splice): Splice => ({
  from,
  removed: inserted,
  inserted: removed,
})
