// Every function bundled at once, before the stacks are built: one esbuild run of a second instead of one each.
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { type Route, routes } from '../../functions/routes.ts'
import { events, schedules } from '../../functions/triggers.ts'
import { distDir } from './site.ts'

const functionsDir = join(import.meta.dirname, '../../functions')

/** fontkit unpacks the fonts of the web by a Brotli of its own, of 480 KB. Ours are none: a third of a function less. */
const withoutBrotli: Plugin = {
  name: 'without-brotli',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^brotli\// }, ({ path }) => ({ path, namespace: 'left-out' }))
    onLoad({ filter: /./, namespace: 'left-out' }, ({ path }) => ({
      contents: `export default () => { throw new Error('${path} is left out of our bundles') }`,
    }))
  },
}

/** How a function is bundled: ESM for Node 24, minified, everything inside, the AWS SDK too. */
export const bundling = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  minify: true,
  legalComments: 'none',
  // The modules that bundlers can cut, where a package has both: a third less than its CommonJS.
  mainFields: ['module', 'main'],
  // Ways to find credentials that a function never takes, since it finds them in its environment: the SDK imports
  // each only when it gets to it. Another third less.
  external: ['http', 'ini', 'process', 'sso', 'web-identity'].map(
    (way) => `@aws-sdk/credential-provider-${way}`,
  ),
  // Some of what is bundled is CommonJS and asks for Node's own modules by require.
  banner: { js: "import{createRequire as r}from'node:module';const require=r(import.meta.url);" },
  plugins: [withoutBrotli],
  logLevel: 'warning',
} satisfies BuildOptions

/** Cognito's trigger; the only function that stands in no table of routes.ts. */
export const ADD_EMAIL = 'identity/add-email'

/** The file of every function, under functions/ and without extension. */
const functionFiles = (): string[] => [
  ...Object.values<Route>(routes).map(({ handler }) => `http/${handler}`),
  ...Object.keys(schedules).map((name) => `scheduled/${name}`),
  ...Object.keys(events).map((name) => `events/${name}`),
  ADD_EMAIL,
]

/** What renders the pages of a version, as `npm run build` made it: beside the code of the functions that publish. */
export const PRERENDERER = 'prerender.mjs'

const publishing = (): string[] =>
  Object.values<Route>(routes).flatMap(({ handler, grants }) =>
    grants.includes('definitions:write') ? [`http/${handler}`] : [],
  )

/**
 * Puts what code names of fonts beside it, where Node finds packages: a font is read when the first PDF is drawn, rather
 * than with the code by every start. Its licence goes with it.
 */
export const copyFonts = async (code: string, folder: string): Promise<void> => {
  const { resolve } = createRequire(import.meta.url)
  for (const [file, name = ''] of code.matchAll(/\b(dejavu-fonts-ttf)\/ttf\/[\w-]+\.ttf\b/g))
    for (const part of [file, `${name}/LICENSE`]) {
      const target = join(folder, 'node_modules', part)
      await mkdir(dirname(target), { recursive: true })
      await copyFile(resolve(part), target)
    }
}

/** Where `bundleFunctions` put the code of a function: a folder that holds `index.mjs`, alone unless it publishes or draws. */
export type CodeOf = (file: string) => string

/** Where they are under an output that they were bundled into. */
export const codeIn =
  (outdir: string): CodeOf =>
  (file) =>
    join(outdir, 'functions', file)

/**
 * Bundles every function into `<outdir>/functions/<file>/index.mjs`. Source maps are kept aside, under
 * `<outdir>/source-maps`, for whoever reads a stack trace; they are not deployed.
 */
export const bundleFunctions = async (outdir: string): Promise<CodeOf> => {
  const codeDir = join(outdir, 'functions')
  await rm(codeDir, { recursive: true, force: true })
  const { outputFiles } = await build({
    ...bundling,
    entryPoints: functionFiles().map((file) => ({
      in: join(functionsDir, `${file}.ts`),
      out: join(file, 'index'),
    })),
    outdir: codeDir,
    outExtension: { '.js': '.mjs' },
    sourcemap: 'external',
    sourcesContent: false,
    write: false,
  })
  for (const { path, contents, text } of outputFiles) {
    const target = path.endsWith('.map')
      ? join(outdir, 'source-maps', relative(codeDir, path).replace('/index.mjs', '.mjs'))
      : path
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, contents)
    if (target === path) await copyFonts(text, dirname(path))
  }
  for (const file of publishing())
    await copyFile(join(distDir, 'server', PRERENDERER), join(codeDir, file, PRERENDERER))
  return codeIn(outdir)
}
