// A letter is said once, as blocks, and written twice: as plain text and as HTML. Everything that comes from people
// is escaped in the HTML; the few styles stand in one block, which a page that shows a letter can allow by its hash.
export type Block =
  | { readonly text: string }
  | { readonly important: string }
  /** Somebody's own words. */
  | { readonly quote: string }
  | { readonly facts: readonly (readonly [label: string, value: string])[] }
  | { readonly title: string; readonly list: readonly string[] }
  | { readonly action: string; readonly url: string }

export type Letter = { readonly subject: string; readonly blocks: readonly Block[] }
/** A letter as it is sent. */
export type Written = { readonly subject: string; readonly text: string; readonly html: string }

type Around = {
  /** Who writes, « Caf de la Savoie ». */
  readonly sender: string
  /** The site, without a slash at the end. */
  readonly origin: string
}

export const letterStyle = [
  'body{margin:0;padding:24px 16px;background:#f4f6fa;color:#18212f;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}',
  'main{max-width:600px;margin:0 auto;padding:24px;background:#fff;border:1px solid #d8dee8;border-radius:10px}',
  'h1{margin:0 0 16px;font-size:20px;line-height:1.3}',
  'h2{margin:16px 0 4px;font-size:16px}',
  'p,ul,dl,blockquote{margin:0 0 16px}',
  'ul{padding-left:20px}',
  'dt{color:#4b5768}',
  'dd{margin:0 0 8px;font-weight:600;overflow-wrap:anywhere}',
  'blockquote{padding:8px 16px;border-left:4px solid #1d4fa3;background:#f4f6fa;white-space:pre-line}',
  '.important{padding:8px 16px;border-left:4px solid #c27803;background:#fdf1df;color:#5f3500}',
  '.action{display:inline-block;padding:10px 18px;background:#1d4fa3;color:#fff;border-radius:8px;font-weight:600;text-decoration:none}',
  'footer{max-width:600px;margin:16px auto 0;color:#4b5768;font-size:14px}',
  'a{color:#1d4fa3}',
].join('\n')

/** Writes a letter as text and as HTML. */
export const write = ({ subject, blocks }: Letter, around: Around): Written => ({
  subject: oneLine(subject),
  text: [
    'Bonjour,',
    ...blocks.map(textOf),
    '--',
    `${around.sender}, par Échéance : ${around.origin}`,
    notAnswered,
    '',
  ].join('\n\n'),
  html: [
    '<!doctype html>',
    '<html lang="fr">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escaped(oneLine(subject))}</title>`,
    `<style>${letterStyle}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${escaped(oneLine(subject))}</h1>`,
    '<p>Bonjour,</p>',
    ...blocks.map(htmlOf),
    '</main>',
    `<footer><p>${escaped(around.sender)}, par <a href="${escaped(around.origin)}/">Échéance</a>. ${notAnswered}</p></footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n'),
})

const notAnswered =
  'Ce message est envoyé automatiquement, et les réponses à cette adresse ne sont pas lues : écrivez à votre Caf.'

const textOf = (block: Block): string => {
  if ('text' in block) return block.text
  if ('important' in block) return `>> ${block.important}`
  if ('quote' in block) return block.quote.replaceAll(/^/gm, '| ')
  if ('facts' in block) return block.facts.map(([label, value]) => `${label} : ${value}`).join('\n')
  if ('list' in block) return [`${block.title} :`, ...block.list.map((item) => `- ${item}`)].join('\n')
  return `${block.action} : ${block.url}`
}

const htmlOf = (block: Block): string => {
  if ('text' in block) return `<p>${escaped(block.text)}</p>`
  if ('important' in block) return `<p class="important"><strong>${escaped(block.important)}</strong></p>`
  if ('quote' in block) return `<blockquote>${escaped(block.quote)}</blockquote>`
  if ('facts' in block) {
    const rows = block.facts.map(([label, value]) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`)
    return `<dl>${rows.join('')}</dl>`
  }
  if ('list' in block) {
    const items = block.list.map((item) => `<li>${escaped(item)}</li>`).join('')
    return `<h2>${escaped(block.title)}</h2><ul>${items}</ul>`
  }
  return `<p><a class="action" href="${escaped(block.url)}">${escaped(block.action)}</a></p>`
}

/** A line break in a subject would start another header in what some servers make of it. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
