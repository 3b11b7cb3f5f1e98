// What each function weighs as it would be deployed, and what its import costs a cold start.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { variablesOf } from '../../functions/grants.ts'
import type { Needs } from '../../functions/needs.ts'
import { routes } from '../../functions/routes.ts'
import { schedules } from '../../functions/triggers.ts'
import { bundling } from '../../infra/aws/bundle.ts'

const root = join(import.meta.dirname, '../..')
const RUNS = 7

export type Bundle = {
  readonly name: string
  readonly bytes: number
  readonly coldImportMs: number
  /** Resident memory of a process once it has imported it. */
  readonly memoryMB: number
  readonly hasSurveyCore: boolean
}

/** Bundles every handler as for Lambda (ESM, minified, SDK inside) and imports each in processes of its own. */
export const measureBundles = async (): Promise<Bundle[]> => {
  const outdir = mkdtempSync(join(tmpdir(), 'echeance-bundles-'))
  const handlers = ['http', 'scheduled'].flatMap((folder) =>
    readdirSync(join(root, 'functions', folder)).map((file) => join('functions', folder, file)),
  )
  const bundles: Bundle[] = []
  const empty = importCost(join(import.meta.dirname, 'empty.mjs'))
  for (const handler of handlers) {
    const outfile = join(outdir, `${handler.split('/').at(-1)?.replace('.ts', '')}.mjs`)
    const { metafile } = await build({
      entryPoints: [join(root, handler)],
      outfile,
      ...bundling,
      metafile: true,
    })
    const { cpuMs, memoryMB } = importCost(outfile)
    bundles.push({
      name: handler.replace('functions/', '').replace('.ts', ''),
      bytes: statSync(outfile).size,
      coldImportMs: cpuMs - empty.cpuMs,
      memoryMB,
      hasSurveyCore: Object.keys(metafile.inputs).some((input) =>
        input.includes('node_modules/survey-core/'),
      ),
    })
  }
  return bundles
}

/** The least CPU time (user + system) and the most memory that processes importing this module took, over some runs. */
const importCost = (file: string): { cpuMs: number; memoryMB: number } => {
  const script = `await import(${JSON.stringify(file)});const{userCPUTime:u,systemCPUTime:s,maxRSS:m}=process.resourceUsage();console.log(u+s,m);process.exit(0)`
  const runs = Array.from({ length: RUNS }, () =>
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      env: { ...process.env, ...EVERY_VARIABLE },
    })
      .split(' ')
      .map(Number),
  )
  return {
    cpuMs: Math.min(...runs.map(([microseconds = 0]) => microseconds)) / 1000,
    memoryMB: Math.max(...runs.map(([, kilobytes = 0]) => kilobytes)) / 1024,
  }
}

/** A function does not start without its variables; here none is used. */
const EVERY_VARIABLE = Object.fromEntries(
  Object.values<Needs>({ ...routes, ...schedules })
    .flatMap(({ grants }) => variablesOf(grants))
    .map((name) => [name, 'mesure']),
)
