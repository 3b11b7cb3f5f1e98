// `npm run build`: the static site in dist/site, its headers in dist/headers.json, and in dist/server the bundle
// with which a publication writes the fill page of a form version.

import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundleAssets, bundlePrerender, bundleServiceWorker } from './build/bundle.ts'
import { compressFolder } from './build/compress.ts'
import { contentSecurityPolicy, headersByPath, securityHeaders, styleHashesOf } from './build/headers.ts'

type Built = { readonly csp: string; readonly siteDir: string }

/**
 * Builds everything into `outDir`. What stands there is replaced once all is made: a platform that runs from it goes on,
 * and a build that fails leaves it.
 */
export const buildSite = async ({ outDir }: { outDir: string }): Promise<Built> => {
  mkdirSync(outDir, { recursive: true })
  const making = mkdtempSync(join(outDir, 'making-'))
  try {
    const csp = await buildInto(making)
    for (const name of readdirSync(making)) replace(join(making, name), join(outDir, name))
    return { csp, siteDir: join(outDir, 'site') }
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
}

const buildInto = async (outDir: string): Promise<string> => {
  const siteDir = join(outDir, 'site')
  const prerenderFile = join(outDir, 'server/prerender.mjs')
  const assets = await bundleAssets(siteDir)
  await bundlePrerender(prerenderFile, assets)
  // Asked for by a new address each time: a second build in one process must not get the first one's module.
  const { sitePages, fillPage } = await import(`${pathToFileURL(prerenderFile).href}?at=${Date.now()}`)
  const documents: Record<string, string> = sitePages()
  for (const [path, html] of Object.entries(documents)) write(join(siteDir, path), html)
  cpSync(join(import.meta.dirname, 'shared/favicon.svg'), join(siteDir, 'favicon.svg'))
  const offline = documents['hors-connexion/index.html'] ?? ''
  await bundleServiceWorker(siteDir, {
    page: '/hors-connexion/',
    files: ['/favicon.svg', ...(assets['']?.styles ?? [])],
    version: createHash('sha256').update(offline).digest('hex').slice(0, 12),
  })

  const csp = contentSecurityPolicy(definitions().flatMap((form) => styleHashesOf(fillPage(form))))
  write(join(outDir, 'headers.json'), JSON.stringify(securityHeaders(csp), null, 2))
  write(join(outDir, 'headers-by-path.json'), JSON.stringify(headersByPath(csp), null, 2))
  await compressFolder(siteDir)
  return csp
}

/** Puts one file or folder in the place of another. */
const replace = (made: string, standing: string): void => {
  const old = `${made}-old`
  if (existsSync(standing)) renameSync(standing, old)
  renameSync(made, standing)
}

/** What forms/definitions holds, as the prerenderer takes it: the style blocks SurveyJS writes are read from it. */
const definitions = () => {
  const folder = resolve(import.meta.dirname, '../forms/definitions')
  const json = (...path: string[]) => JSON.parse(readFileSync(join(folder, ...path), 'utf8'))
  return readdirSync(folder).map((name) => {
    const info = json(name, 'form.json')
    return { definition: json(name, 'survey.json'), info, formId: info.id, version: 1 }
  })
}

const write = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

if (import.meta.main) {
  const { csp, siteDir } = await buildSite({ outDir: resolve(import.meta.dirname, '../dist') })
  console.log(`${siteDir}\n${csp}`)
}
