import { join, resolve } from 'node:path'
import { type BuildOptions, build, type Metafile } from 'esbuild'
import { BASE_STYLE, pages } from '../pages.ts'
import { dataMapPageFiles, fillPageFiles } from '../published-pages.ts'
import type { DocumentFiles } from './document.ts'
import { surveyUnderCsp } from './survey.ts'

const webDir = resolve(import.meta.dirname, '..')

const common = {
  absWorkingDir: webDir,
  bundle: true,
  format: 'esm' as const,
  minify: true,
  jsx: 'automatic' as const,
  jsxImportSource: 'preact',
  // esbuild applies an alias to its subpaths too: react/jsx-runtime, react-dom/client.
  alias: { react: 'preact/compat', 'react-dom': 'preact/compat' },
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none',
  plugins: [surveyUnderCsp],
  logLevel: 'warning',
} satisfies BuildOptions

/**
 * At the head of every file, since which chunk runs first is esbuild's to decide: zod tries whether it may compile code,
 * which the site's CSP refuses and reports. Told before it loads (zod/v4/core), it does not try.
 */
const NO_EVAL = 'globalThis.__zod_globalConfig={jitless:true};'

const TARGETS = ['es2022', 'chrome111', 'firefox115', 'safari16.4']

/** The files that a document loads, by the entry module of its page; `''` for a page without script. */
export type Assets = Readonly<Record<string, DocumentFiles>>

/** Bundles what browsers load into `<siteDir>/assets`, under hashed names. */
export const bundleAssets = async (siteDir: string): Promise<Assets> => {
  const documents = [...pages, fillPageFiles, dataMapPageFiles, { entry: '', styles: [] }].map(
    ({ entry, styles }) => ({
      entry,
      styles: [BASE_STYLE, ...styles],
    }),
  )
  const apart = new Set(pages.filter((page) => page.apart).map(({ entry }) => entry))
  const entries = new Set(documents.flatMap(({ entry, styles }) => [entry, ...styles]).filter(Boolean))
  // What the editor shares with the other pages is in files of its own: shared ones would be cut smaller for all.
  const worker = await bundleChecksWorker(siteDir)
  const [metafile, editor] = [
    await bundle(
      siteDir,
      worker,
      [...entries].filter((entry) => !apart.has(entry)),
    ),
    await bundle(siteDir, worker, [...apart]),
  ]
  const all = { ...metafile, outputs: { ...metafile.outputs, ...editor.outputs } }
  const outputOf = (entry: string) => outputs(all).find(([, { entryPoint }]) => entryPoint === entry)
  const filesOf = ({ entry, styles }: { entry: string; styles: readonly string[] }): DocumentFiles => {
    const script = outputOf(entry)
    return {
      styles: styles.flatMap((style) => outputOf(style)?.[0] ?? []).map(addressOf),
      ...(script ? { script: addressOf(script[0]), preload: chunksOf(all, script[0]).map(addressOf) } : {}),
    }
  }
  return Object.fromEntries(documents.map((document) => [document.entry, filesOf(document)]))
}

const bundle = async (siteDir: string, worker: string, entryPoints: string[]): Promise<Metafile> => {
  const { metafile } = await build({
    ...common,
    entryPoints,
    outdir: join(siteDir, 'assets'),
    outbase: webDir,
    entryNames: '[name]-[hash]',
    chunkNames: 'chunk-[hash]',
    assetNames: '[name]-[hash]',
    splitting: true,
    banner: { js: NO_EVAL },
    target: TARGETS,
    define: { ...common.define, CHECKS_WORKER: JSON.stringify(worker) },
    metafile: true,
  })
  return metafile
}

/** Bundles what the editor checks with, in a worker of its own; its address. */
export const bundleChecksWorker = async (siteDir: string): Promise<string> => {
  const { metafile } = await build({
    ...common,
    entryPoints: ['editor/checks-worker.ts'],
    outdir: join(siteDir, 'assets'),
    entryNames: '[name]-[hash]',
    banner: { js: NO_EVAL },
    target: TARGETS,
    metafile: true,
  })
  return addressOf(Object.keys(metafile.outputs)[0] ?? '')
}

type Offline = { readonly page: string; readonly files: readonly string[]; readonly version: string }

/** Bundles web/service-worker.ts, which has one address for ever: browsers ask there whether it is another. */
export const bundleServiceWorker = async (siteDir: string, offline: Offline): Promise<void> => {
  await build({
    ...common,
    entryPoints: ['service-worker.ts'],
    outdir: siteDir,
    format: 'iife',
    target: TARGETS,
    define: { ...common.define, OFFLINE: JSON.stringify(offline) },
  })
}

/** Bundles web/prerender.tsx for Node, with Preact and SurveyJS inside and the addresses of the assets known. */
export const bundlePrerender = async (outfile: string, assets: Assets): Promise<void> => {
  await build({
    ...common,
    entryPoints: ['prerender.tsx'],
    outfile,
    platform: 'node',
    target: 'node24',
    define: { ...common.define, ASSETS: JSON.stringify(assets) },
  })
}

const addressOf = (output: string): string => `/assets/${output.split('/').at(-1)}`

const outputs = (metafile: Metafile) => Object.entries(metafile.outputs)

/** The chunks that an output needs before it runs, not those it may load later. */
const chunksOf = (metafile: Metafile, output: string, seen = new Set<string>()): string[] => {
  for (const { path, kind } of metafile.outputs[output]?.imports ?? []) {
    if (kind !== 'import-statement' || seen.has(path)) continue
    seen.add(path)
    chunksOf(metafile, path, seen)
  }
  return [...seen]
}
