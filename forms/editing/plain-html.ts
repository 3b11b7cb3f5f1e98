// An information text as somebody writes it: paragraphs apart by an empty line, lists by dashes, « **gras** » and
// « [un lien](https://…) ». It is kept as the HTML of the definition; HTML that says more is left to those who write it.

const ENTITIES: readonly (readonly [string, string])[] = [
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['&', '&amp;'],
]
const LINK = /\[([^[\]\n]+)\]\(([^()\s"]+)\)/g
const BOLD = /\*\*([^*\n]+)\*\*/g
const ITEM = /^\s*[-–•]\s+/

/** The HTML of a text as it is written. Nothing typed is read as a tag. */
export const htmlOf = (text: string): string =>
  text
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .flatMap((block) => partsOf(block.split('\n').filter((line) => line.trim() !== '')))
    .join('\n')

/** The text that somebody would write for this HTML, or undefined when it says what cannot be written so. */
export const plainOf = (html: string): string | undefined => {
  const text = html
    .replace(/>\s+</g, '><')
    .trim()
    .replace(/<ul>(.*?)<\/ul>/gs, (_, items: string) => `${items.replace(/<li>(.*?)<\/li>/gs, '- $1\n')}\n`)
    .replace(/<p>(.*?)<\/p>/gs, '$1\n\n')
    .replace(/<br ?\/?>/g, '\n')
    .replace(/<strong>(.*?)<\/strong>/g, '**$1**')
    .replace(/<a href="([^"]*)">(.*?)<\/a>/g, '[$2]($1)')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  const plain = ENTITIES.reduce((read, [sign, entity]) => read.replaceAll(entity, sign), text)
  return sameHtml(htmlOf(plain), html) ? plain : undefined
}

/** A list for the lines that begin by a dash, a paragraph for those that do not. */
const partsOf = (lines: readonly string[]): string[] => {
  const [first] = lines
  if (first === undefined) return []
  const isList = ITEM.test(first)
  const end = lines.findIndex((line) => ITEM.test(line) !== isList)
  const taken = end < 0 ? lines : lines.slice(0, end)
  const part = isList
    ? `<ul>${taken.map((line) => `<li>${inline(line.replace(ITEM, ''))}</li>`).join('')}</ul>`
    : `<p>${taken.map(inline).join('<br>')}</p>`
  return [part, ...partsOf(lines.slice(taken.length))]
}

const inline = (line: string): string =>
  ENTITIES.toReversed()
    .reduce((written, [sign, entity]) => written.replaceAll(sign, entity), line.trim())
    .replace(BOLD, '<strong>$1</strong>')
    .replace(LINK, '<a href="$2">$1</a>')

const sameHtml = (one: string, other: string): boolean => squeezed(one) === squeezed(other)

const squeezed = (html: string): string =>
  html
    .replace(/<br ?\/?>/g, '<br>')
    .replace(/\s+/g, ' ')
    .replace(/ ?(<\/?(?:p|ul|li|br)>) ?/g, '$1')
    .trim()
