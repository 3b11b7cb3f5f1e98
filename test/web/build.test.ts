import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problems } from '../../forms/problems.ts'
import { contentSecurityPolicy, styleHashesOf } from '../../web/build/headers.ts'
import { surveyUnderCsp } from '../../web/build/survey.ts'
import { buildSite } from '../../web/build.ts'
import { pages } from '../../web/pages.ts'
import { withFrenchSpaces } from '../../web/shared/french-spaces.ts'
import { publishedForm } from '../support/form.ts'

const outDir = mkdtempSync(join(tmpdir(), 'echeance-build-'))
const site = join(outDir, 'site')
const read = (path: string): string => readFileSync(join(outDir, path), 'utf8')
const documents = (): string[] => globSync('**/*.html', { cwd: site }).map((path) => read(join('site', path)))
/** The document of the fill page of clas-bilan, as a publication writes it. */
const fillPage = async (): Promise<string> => {
  const prerender = await import(join(outDir, 'server/prerender.mjs'))
  const form = publishedForm()
  return prerender.fillPage(form)
}
let csp = ''

beforeAll(async () => {
  csp = (await buildSite({ outDir })).csp
}, 120_000)
afterAll(() => rmSync(outDir, { recursive: true, force: true }))

describe('the built site', () => {
  it('has a document for every page and every problem', () => {
    const expected = [
      ...pages.map(({ path }) => `${path}index.html`),
      ...Object.keys(problems).map((name) => `/problems/${name}/index.html`),
      '/accessibilite/index.html',
      '/donnees-personnelles/index.html',
      '/404.html',
      '/hors-connexion/index.html',
    ]
    expect(expected.filter((path) => !existsSync(join(site, path)))).toEqual([])
  })

  it('explains each problem under its title', () => {
    for (const [name, { title, help }] of Object.entries(problems)) {
      const html = read(`site/problems/${name}/index.html`)
      expect(html).toContain(`<h1>${withFrenchSpaces(title)}</h1>`)
      expect(html).toContain(withFrenchSpaces(help))
      expect(html).toContain('Que faire')
    }
  })

  it('shows in the document of a fill page what to prepare and the first questions, inert', async () => {
    const html = await fillPage()
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).toContain('1. Structure et contacts</h2>')
    expect(html).toContain('Le texte du bilan de l’année, sans nom d’enfant.')
    expect(html).toMatch(/<div id="premiere-page" inert>.*Numéro SIRET.*Association locale ou de quartier/s)
    expect(html).not.toContain('Commune')
  })

  it('writes no script, style or handler into a document', async () => {
    for (const html of [...documents(), await fillPage()]) {
      expect(html).not.toMatch(/<style|<[^>]+\sstyle=|<[^>]+\son\w+=|javascript:/i)
      for (const [script] of html.matchAll(/<script[^>]*>[\s\S]*?<\/script>/g)) {
        expect(script).toMatch(/^<script type="module" src="\/assets\/[\w-]+\.js"><\/script>$/)
      }
    }
  })

  it('declares its language, a title and one main heading on every page', () => {
    for (const html of documents()) {
      expect(html).toContain('<html lang="fr">')
      expect(html).toMatch(/<title>[^<]*Échéance<\/title>/)
      expect(html.match(/<h1/g)).toHaveLength(1)
    }
  })

  it('lets no line end before a sign, inside quotes, or within a time, a date or an amount', async () => {
    const parted = />[^<]*(?: [:;?!»](?![\w)])|« |\d h \d|\d (?:€|%|Mo|Ko)(?!\p{L}))[^<]*</gu
    for (const html of [...documents(), await fillPage()]) expect(html.match(parted) ?? []).toEqual([])
  })

  it('loads only files that exist, compressed beside themselves', () => {
    const loaded = documents().flatMap((html) =>
      [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+|\/favicon\.svg)"/g)].map(([, path = '']) => path),
    )
    expect(loaded.length).toBeGreaterThan(0)
    for (const path of new Set(loaded)) {
      for (const suffix of ['', '.br', '.gz'])
        expect(existsSync(join(site, path + suffix)), path + suffix).toBe(true)
    }
  })

  it('has a service worker that keeps the page for want of network, and is another when that page is', () => {
    const worker = read('site/service-worker.js')
    const page = read('site/hors-connexion/index.html')
    const files = [...page.matchAll(/href="(\/assets\/[^"]+|\/favicon\.svg)"/g)].map(([, path = '']) => path)
    expect(files.length).toBeGreaterThan(1)
    for (const path of ['/hors-connexion/', ...files]) expect(worker).toContain(JSON.stringify(path))
    expect(worker).toContain(createHash('sha256').update(page).digest('hex').slice(0, 12))
    expect(worker).not.toMatch(/\/api\b|import\(/)
    expect(JSON.parse(read('headers-by-path.json'))['/service-worker.js']).toEqual({
      ...JSON.parse(read('headers.json')),
      'cache-control': 'no-cache',
    })
  })

  it('needs no exception to its security policy', () => {
    expect(csp).toBe(
      "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'; style-src 'self'",
    )
    expect(JSON.parse(read('headers.json'))['content-security-policy']).toBe(csp)
  })
})

describe('SurveyJS under the policy', () => {
  it('writes no style into the page, draws no icon, and lets the browser breathe as it loads', async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: "import 'survey-core'; import 'survey-react-ui'",
        resolveDir: new URL('../..', import.meta.url).pathname,
      },
      alias: { react: 'preact/compat', 'react-dom': 'preact/compat' },
      plugins: [surveyUnderCsp],
      bundle: true,
      format: 'esm',
      write: false,
    })
    const script = outputFiles[0]?.text ?? ''
    expect(script).toContain('this.generateStylesheet = false')
    expect(script).not.toContain('this.generateStylesheet = true')
    expect(script).not.toContain('"--sjs2-base-unit-size": "8px"')
    expect(script).not.toMatch(/<circle[^>]*style=/)
    expect(script.match(/^await breathe/gm)?.length).toBeGreaterThan(50)
  })
})

describe('the security policy', () => {
  it('lets in exactly the style blocks it was given', () => {
    const hashes = styleHashesOf(
      '<style>a{}</style><p><style>a{}</style><style></style><style media="x">b{}</style>',
    )
    expect(hashes).toHaveLength(2)
    expect(contentSecurityPolicy(hashes)).toMatch(/style-src 'self' 'sha256-[^']{44}' 'sha256-[^']{44}'$/)
  })
})
