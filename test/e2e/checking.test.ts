// The checks against a real browser: what they say of HTML is what DOMPurify does there, and the editor's worker runs
// under the site's own policy.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { findingsIn } from '../../forms/checking/findings-in.ts'
import { cleaned } from '../../forms/checking/html.ts'
import { bundleChecksWorker } from '../../web/build/bundle.ts'
import { contentSecurityPolicy } from '../../web/build/headers.ts'
import { allowedHtml } from '../../web/fill/sanitise.ts'
import { hasChromium, useBrowser } from '../support/browser.ts'
import { contentOf } from '../support/contents.ts'

const SITE = 'https://echeance.example'

const tags =
  'p a b i em strong ul ol li br hr h2 h3 table thead tbody tr td th div span script style img svg iframe form input button textarea template math noscript custom-x title'.split(
    ' ',
  )
const attributes = [
  'href="https://caf.fr/"',
  'href="mailto:a@b.fr"',
  'href="/aide/"',
  'href="//ailleurs.example/"',
  'href="javascript:x()"',
  'href="jav&#x09;ascript:x()"',
  'href="http://caf.fr"',
  'onclick="x()"',
  'style="color:red"',
  'class="card"',
  'id="page"',
  'title="Aide &lt; plus"',
  'lang="fr"',
  'colspan="2"',
  'scope="row"',
  'dir=ltr',
  'data-x="1"',
  'aria-label="x"',
  'target="_blank"',
  'src="/x.png"',
]
const tag = fc.constantFrom(...tags)
const open = fc
  .tuple(tag, fc.array(fc.constantFrom(...attributes), { maxLength: 2 }))
  .map(([name, own]) => `<${[name, ...own].join(' ')}>`)
const piece = fc.oneof(
  open,
  tag.map((name) => `</${name}>`),
  fc.constantFrom(
    'Bonjour',
    ' ',
    '&amp;',
    '&lt;b&gt;',
    'é',
    '{nom}',
    '<!-- x -->',
    '<',
    '>',
    '&nbsp;',
    '<br/>',
    ']]>',
    '\n',
  ),
)
const soup = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
const sound = fc
  .array(
    fc.constantFrom(
      '<p>Bonjour <strong>à vous</strong>, voir <a href="https://caf.fr/">la Caf</a>.</p>',
      '<ul><li>Un</li><li>Deux</li></ul>',
      '<table><tbody><tr><th scope="row">A</th><td colspan="2">1</td></tr></tbody></table>',
      '<h2 lang="fr">Titre</h2><hr>Texte &amp; suite<br>',
      '<p>Écrivez à <a href="mailto:a@caf.fr" title="Mél">la Caf</a></p>',
      '<div dir="ltr"><blockquote>« Oui »</blockquote></div>',
    ),
    { maxLength: 4 },
  )
  .map((pieces) => pieces.join(''))

describe.runIf(hasChromium)('the checks in a browser', () => {
  const { open: openBrowser } = useBrowser()
  const folders: string[] = []
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

  it('say of HTML just what DOMPurify makes of it, and clean it as far', async () => {
    const { page } = await openBrowser()
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('dompurify/dist/purify.min.js') })
    const { ALLOWED_URI_REGEXP, ...allowed } = allowedHtml
    const asked = [
      ...fc.sample(soup, { numRuns: 1_500, seed: 7 }),
      ...fc.sample(sound, { numRuns: 200, seed: 7 }),
    ].map((html) => {
      const { clean, lost } = cleaned(html)
      return { html, clean, isKept: lost.length === 0 }
    })
    const seen = await page.evaluate(
      ({
        asked,
        allowed,
        address,
      }: {
        asked: { html: string; clean: string }[]
        allowed: object
        address: string
      }) => {
        const purify = Reflect.get(window, 'DOMPurify')
        const sanitise = (html: string): string =>
          purify.sanitize(html, { ...allowed, ALLOWED_URI_REGEXP: new RegExp(address, 'i') })
        const shown = document.implementation.createHTMLDocument('').createElement('div')
        const asShown = (html: string): string => {
          shown.innerHTML = html
          return shown.innerHTML.trimStart()
        }
        return asked.map(({ html, clean }) => ({
          isKept: asShown(sanitise(html)) === asShown(html),
          isCleanKept: asShown(sanitise(clean)) === asShown(clean),
          clean,
          purified: sanitise(html),
        }))
      },
      { asked, allowed, address: ALLOWED_URI_REGEXP.source },
    )
    const differing = asked.flatMap(({ html, isKept }, i) =>
      // What passes is shown unchanged; what is shown unchanged passes.
      isKept === seen[i]?.isKept ? [] : [{ html, isKept, ...seen[i] }],
    )
    expect(differing).toEqual([])
    expect(seen.filter(({ isCleanKept }) => !isCleanKept)).toEqual([])
    expect(asked.filter(({ isKept }) => isKept).length).toBeGreaterThan(150)
  })

  it('run in the editor’s worker under the policy of the site, and find the same', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'checks-'))
    folders.push(folder)
    const address = await bundleChecksWorker(folder)
    const script = await readFile(join(folder, address))
    const { page, context } = await openBrowser()
    const headers = { 'content-security-policy': contentSecurityPolicy([]) }
    await context.route(`${SITE}/**`, (route) =>
      route.request().url().endsWith('.js')
        ? route.fulfill({ body: script, contentType: 'text/javascript', headers })
        : route.fulfill({ body: '<!doctype html><title>Essai</title>', contentType: 'text/html', headers }),
    )
    await page.goto(SITE)
    const content = contentOf('clas-bilan')
    Reflect.deleteProperty(content.definition, 'pages')
    const found = await page.evaluate(
      ({ address, text }) =>
        new Promise<unknown>((resolve, reject) => {
          const worker = new Worker(address, { type: 'module' })
          worker.addEventListener('message', ({ data }) => resolve(data))
          worker.addEventListener('error', ({ message }) => reject(new Error(message)))
          worker.postMessage({ id: 1, content: JSON.parse(text) })
        }),
      { address, text: JSON.stringify(content) },
    )
    expect(found).toEqual({ id: 1, findings: findingsIn(content) })
  })
})
