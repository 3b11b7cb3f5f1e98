// HTML in a definition is cleaned where it is shown: what would be lost there is told here, before anybody relies on it.
// The tree is the one a browser makes (parse5 follows the same standard), so both judge alike.
import {
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  html as names,
  parse,
  parseFragment,
  serialize,
} from 'parse5'
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
  if (html.length > MOST_CHARACTERS) lost.add(`ce qui suit ${MOST_CHARACTERS} caractères`)
  let clean = html.slice(0, MOST_CHARACTERS)
  // What is taken out may bring together what reads otherwise side by side.
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = lost.size
    const next = once(clean, round === 0 ? lost : new Set())
    if (next === clean || (round === 0 && lost.size === before)) break
    clean = next
  }
  return { clean: lost.size === 0 ? html : clean, lost: [...lost] }
}

const ROUNDS = 4
const div = defaultTreeAdapter.createElement('div', names.NS.HTML, [])

const once = (html: string, lost: Set<string>): string => {
  const tree = parseFragment(div, html, {})
  // DOMPurify reads a whole page, where a tag that closes nothing is passed over.
  const page = parse(html).childNodes.flatMap((node) => ('childNodes' in node ? node.childNodes : []))
  const body = page.find((node) => node.nodeName === 'body')
  if (body && 'childNodes' in body && serialize(body).trimStart() !== serialize(tree).trimStart())
    lost.add('une balise mal placée')
  tree.childNodes = tree.childNodes.flatMap((child) => kept(child, lost, 0))
  return serialize(tree)
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
      attributes.has(name) && !/>|<\//.test(value) && (name !== 'href' || ALLOWED_ADDRESS.test(value))
    if (!stays)
      lost.add(name === 'href' ? `le lien « ${value.slice(0, 40)} »` : `« ${name} » de <${node.tagName}>`)
    return stays
  })
  node.childNodes = node.childNodes.flatMap((child) => kept(child, lost, depth + 1))
  return [node]
}
