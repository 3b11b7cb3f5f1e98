// The HTML document around a page. No script and no style is written in it, nor any style attribute: the CSP of
// the site allows files only.

export type DocumentFiles = {
  readonly styles: readonly string[]
  readonly script?: string
  /** What the script imports, fetched beside it rather than after it. */
  readonly preload?: readonly string[]
}

type Page = {
  readonly title: string
  readonly files: DocumentFiles
  readonly body: string
  /** It is shown in a frame without origin: what it loads is asked for by CORS, or not at all. */
  readonly framed?: boolean
}

/** A complete document whose `#page` holds `body`, HTML that Preact rendered. */
export const documentHtml = ({ title, files, body, framed = false }: Page): string =>
  [
    '<!doctype html>',
    '<html lang="fr">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escapeHtml(titleOf(title))}</title>`,
    '<meta name="theme-color" content="#1d4fa3">',
    ...(framed ? [] : ['<link rel="icon" href="/favicon.svg" type="image/svg+xml">']),
    ...files.styles.map((href) => `<link rel="stylesheet"${framed ? ' crossorigin' : ''} href="${href}">`),
    ...(files.script ? [`<script type="module" src="${files.script}"></script>`] : []),
    ...(files.preload ?? []).map((href) => `<link rel="modulepreload" href="${href}">`),
    '</head>',
    `<body><div id="page">${body}</div></body>`,
    '</html>',
    '',
  ].join('\n')

const titleOf = (title: string): string => (title === 'Échéance' ? title : `${title} · Échéance`)

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
