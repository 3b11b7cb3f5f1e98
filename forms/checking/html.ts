// HTML in a definition is cleaned where it is shown: what would be lost there is told here, before anybody relies on it.
// The tree is the one a browser makes (parse5 follows the same standard), so both judge alike.
import { type DefaultTreeAdapterTypes, html as names, parseFragment, serialize } from 'parse5'
import { ALLOWED_ADDRESS, ALLOWED_ATTRIBUTES, ALLOWED_TAGS } from './allowed-html.ts'
import { everything, type Reading, setting, type Told } from './reading.ts'

type Child = DefaultTreeAdapterTypes.ChildNode

const isHtml = (name: string | number | undefined): boolean =>
  name === 'html' || (typeof name === 'string' && name.endsWith('Html'))

export const htmlIn = ({ content }: Reading): Told[] =>
  [...everything(content.definition, ['definition'])].flatMap(({ json, path }): Told[] => {
    if (typeof json !== 'string' || !path.slice(-2).some(isHtml) || path.includes('defaultValue')) return []
    const { clean, lost } = cleaned(json)
    if (lost.length === 0) return []
    return [
      {
        check: 'html-changed',
        path,
        detail: `À l’affichage, ceci serait retiré : ${lost.slice(0, 5).join(', ')}.`,
        fix: setting(path, clean, 'Le retirer'),
      },
    ]
  })

/** HTML as it may be shown, and what is not in it any more, in the words of its author. */
export const cleaned = (html: string): { clean: string; lost: string[] } => {
  const lost = new Set<string>()
  const tree = parseFragment(html.slice(0, MOST_CHARACTERS))
  if (html.length > MOST_CHARACTERS) lost.add(`ce qui suit ${MOST_CHARACTERS} caractères`)
  tree.childNodes = tree.childNodes.flatMap((child) => kept(child, lost, 0))
  return { clean: lost.size === 0 ? html : serialize(tree), lost: [...lost] }
}

const MOST_CHARACTERS = 20_000
const MOST_DEEP = 50

const tags = new Set(ALLOWED_TAGS)
const attributes = new Set(ALLOWED_ATTRIBUTES)
/** What they hold is no text to read: it goes with them. */
const WHOLE = new Set(
  'script style template iframe noscript noembed noframes object svg math textarea title xmp plaintext select head'.split(
    ' ',
  ),
)

const kept = (node: Child, lost: Set<string>, depth: number): Child[] => {
  if (depth > MOST_DEEP) {
    lost.add('des balises trop imbriquées')
    return []
  }
  if (node.nodeName === '#text') return [node]
  if (!('tagName' in node)) {
    lost.add(node.nodeName === '#comment' ? 'un commentaire' : '<!doctype>')
    return []
  }
  const isPlain = node.namespaceURI === names.NS.HTML
  if (!isPlain || !tags.has(node.tagName)) {
    lost.add(`<${node.tagName}>`)
    if (!isPlain || WHOLE.has(node.tagName)) return []
    return node.childNodes.flatMap((child) => kept(child, lost, depth + 1))
  }
  node.attrs = node.attrs.filter(({ name, value }) => {
    const stays =
      attributes.has(name) && !/[<>]/.test(value) && (name !== 'href' || ALLOWED_ADDRESS.test(value))
    if (!stays)
      lost.add(name === 'href' ? `le lien « ${value.slice(0, 40)} »` : `« ${name} » de <${node.tagName}>`)
    return stays
  })
  node.childNodes = node.childNodes.flatMap((child) => kept(child, lost, depth + 1))
  return [node]
}
