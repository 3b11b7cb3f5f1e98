// What each function weighs as it would be deployed, and what its import costs a cold start.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '../..')
const RUNS = 7

export type Bundle = {
  readonly name: string
  readonly bytes: number
  readonly coldImportMs: number
  readonly hasSurveyCore: boolean
}

/** Bundles every handler as for Lambda (ESM, minified, SDK inside) and imports each in processes of its own. */
export const measureBundles = async (): Promise<Bundle[]> => {
  const outdir = mkdtempSync(join(tmpdir(), 'echeance-bundles-'))
  const handlers = ['http', 'scheduled'].flatMap((folder) =>
    readdirSync(join(root, 'functions', folder)).map((file) => join('functions', folder, file)),
  )
  const bundles: Bundle[] = []
  const empty = importMs(join(import.meta.dirname, 'empty.mjs'))
  for (const handler of handlers) {
    const outfile = join(outdir, `${handler.split('/').at(-1)?.replace('.ts', '')}.mjs`)
    const { metafile } = await build({
      entryPoints: [join(root, handler)],
      outfile,
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'node',
      target: 'node24',
      metafile: true,
      banner: { js: "import{createRequire as r}from'node:module';const require=r(import.meta.url);" },
    })
    bundles.push({
      name: handler.replace('functions/', '').replace('.ts', ''),
      bytes: statSync(outfile).size,
      coldImportMs: importMs(outfile) - empty,
      hasSurveyCore: Object.keys(metafile.inputs).some((input) =>
        input.includes('node_modules/survey-core/'),
      ),
    })
  }
  return bundles
}

/** The least CPU time (user + system, milliseconds) that a process importing this module took, over some runs. */
const importMs = (file: string): number => {
  const script = `await import(${JSON.stringify(file)});const u=process.cpuUsage();console.log((u.user+u.system)/1000);process.exit(0)`
  const runs = Array.from({ length: RUNS }, () =>
    Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })),
  )
  return Math.min(...runs)
}
