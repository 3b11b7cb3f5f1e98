/** What a formula may name beside questions. */
const SCOPES =
  /^(?:(?:prev|next)?(?:row|panel)(?:\.|$)|parentpanel\.|(?:row|panel)index|totalrow\.|item$|choice$|self)/i

/** Whether what a formula names in braces is one of these names, a part of it or what goes with it. */
export const knownNames = (names: readonly string[]): ((said: string) => boolean) => {
  const known = new Set(names.map((name) => name.toLowerCase()))
  return (said) => {
    const name = said.replace(/^#/, '').toLowerCase()
    return (
      SCOPES.test(name) ||
      known.has(name) ||
      known.has(name.replace(/(?:-(?:comment|total))?[.[].*$|-(?:comment|total)$/, ''))
    )
  }
}
