// What each function is given is what its code asks for: no more, no less, and at once.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Grant, variablesOf } from '../../functions/grants.ts'
import { requireEnvFor } from '../../functions/require-env.ts'
import { type Route, routes } from '../../functions/routes.ts'
import { events, type OnEvent, type Scheduled, schedules } from '../../functions/triggers.ts'
import { bundling } from '../../infra/aws/bundle.ts'
import { projectDir } from '../support/ministack.ts'

const publicFiles = Object.values<Route>(routes).flatMap(({ handler, who }) =>
  who === 'public' ? [`functions/http/${handler}.ts`] : [],
)
const entries: [string, readonly Grant[]][] = [
  ...Object.values<Route>(routes).map(({ handler, grants }): [string, readonly Grant[]] => [
    `functions/http/${handler}.ts`,
    grants,
  ]),
  ...Object.entries<Scheduled>(schedules).map(([name, { grants }]): [string, readonly Grant[]] => [
    `functions/scheduled/${name}.ts`,
    grants,
  ]),
  ...Object.entries<OnEvent>(events).map(([name, { grants }]): [string, readonly Grant[]] => [
    `functions/events/${name}.ts`,
    grants,
  ]),
]

/** The parts of every handler that a public one never runs: who is signed in, and the log of what they do. */
const withoutActor: Plugin = {
  name: 'without-actor',
  setup: ({ onLoad }) => {
    onLoad({ filter: /middleware\/actor\.ts$/ }, () => ({
      contents: 'export const claimsOf = () => {}, findKnownActor = () => {}, loadActor = () => {}',
    }))
    onLoad({ filter: /middleware\/access-log\.ts$/ }, () => ({
      contents: 'export const withAccessLogged = (route, asked, act) => act()',
    }))
  },
}

/** The grant that each operation on AWS calls for. */
const OPERATIONS: Readonly<Record<string, Grant>> = {
  GetItem: 'table:read',
  BatchGetItem: 'table:read',
  Query: 'table:read',
  PutItem: 'table:write',
  UpdateItem: 'table:write',
  DeleteItem: 'table:delete',
  Sign: 'receipts:sign',
  SendEmail: 'mail:send',
  CreateSchedule: 'schedules:write',
  UpdateSchedule: 'schedules:write',
  DeleteSchedule: 'schedules:write',
  GetSchedule: 'schedules:read',
  ListSchedules: 'schedules:read',
  Invoke: 'functions:invoke',
}

/** What a function's bundle is: its code, and which of our own modules have a part in it. */
type Bundle = { readonly code: string; readonly modules: readonly string[] }

/** Bundles functions as they are deployed, all at once; by file. */
const bundlesOf = async (files: readonly string[], plugins: Plugin[]): Promise<[string, Bundle][]> => {
  const { metafile, outputFiles } = await build({
    ...bundling,
    minify: false,
    absWorkingDir: projectDir,
    entryPoints: [...files],
    outdir: 'dist/none',
    write: false,
    metafile: true,
    plugins,
  })
  return outputFiles.map(({ path, text }) => {
    const output = metafile.outputs[relative(projectDir, path)]
    const modules = Object.entries(output?.inputs ?? {}).flatMap(([input, { bytesInOutput }]) =>
      input.startsWith('functions/') && bytesInOutput > 0 ? [input] : [],
    )
    return [output?.entryPoint ?? '', { code: text, modules }]
  })
}

const bundles = new Map<string, Bundle>()
beforeAll(async () => {
  const others = entries.map(([file]) => file).filter((file) => !publicFiles.includes(file))
  const made = [...(await bundlesOf(publicFiles, [withoutActor])), ...(await bundlesOf(others, []))]
  for (const [file, bundle] of made) bundles.set(file, bundle)
})

/** The operations that code asks of AWS. The document client's commands are named without « Item ». */
const operationsIn = (code: string): string[] =>
  [...code.matchAll(/new (\w+?)Command\d*\(/g)].map(([, name = '']) =>
    /^(Get|BatchGet|Put|Update|Delete)$/.test(name) ? `${name}Item` : name,
  )

const read = (path: string) => readFileSync(join(projectDir, path), 'utf8')

describe('the code of a function', () => {
  it.each(entries)(
    '%s reads the variables and calls the services that its grants bring, and no other',
    (file, grants) => {
      const bundle = bundles.get(file)
      if (!bundle) throw new Error(`${file} was not bundled`)
      const variables = bundle.modules.flatMap((path) =>
        [...read(path).matchAll(/requireEnv\(\s*'(\w+)'/g)].map(([, name]) => name ?? ''),
      )
      expect(variablesOf(grants)).toEqual(expect.arrayContaining([...new Set(variables)]))
      // Bundling leaves out what is never called, so what is left may be.
      const called = operationsIn(bundle.code).flatMap((operation) => OPERATIONS[operation] ?? [])
      const granted = grants.filter((grant) => Object.values(OPERATIONS).includes(grant))
      expect(granted.toSorted()).toEqual([...new Set(called)].toSorted())
      const reachesFiles = bundle.modules.includes('functions/external/files.ts')
      expect(reachesFiles).toBe(grants.some((grant) => grant.startsWith('uploads:')))
      const reachesSite = bundle.modules.includes('functions/external/site-files.ts')
      expect(reachesSite).toBe(grants.includes('definitions:write'))
    },
  )

  it('calls no operation that this test does not know', () => {
    const folders = ['functions/store', 'functions/external']
    const sources = folders.flatMap((folder) =>
      readdirSync(join(projectDir, folder)).map((name) => read(join(folder, name))),
    )
    expect(new Set(sources.flatMap(operationsIn))).toEqual(new Set(Object.keys(OPERATIONS)))
  })
})

describe('the start of a function', () => {
  const before = { ...process.env }
  afterEach(() => {
    process.env = { ...before }
  })

  const needing = entries.filter(([, grants]) => variablesOf(grants).length > 0)

  it.each(needing)('%s fails without its variables, naming the first', async (file, grants) => {
    const [first = ''] = variablesOf(grants)
    for (const name of variablesOf(grants)) delete process.env[name]
    // Its own module anew, which is where it is checked; what it imports may stay.
    await expect(import(/* @vite-ignore */ `../../${file}?without`)).rejects.toThrow(first)
  })

  it.each(entries)('%s goes well with all of its variables, and no other', async (file, grants) => {
    vi.resetModules()
    for (const name of variablesOf(grants)) process.env[name] = 'essai'
    await expect(import(/* @vite-ignore */ `../../${file}`)).resolves.toHaveProperty('handler')
  })

  const everyGrant = [...new Set(entries.flatMap(([, grants]) => grants))]

  it.each(everyGrant.flatMap((grant) => variablesOf([grant]).map((name) => [grant, name] as const)))(
    'with %s fails without %s, naming it',
    (grant, missing) => {
      for (const name of variablesOf([grant])) process.env[name] = 'essai'
      delete process.env[missing]
      expect(() => requireEnvFor([grant])).toThrow(missing)
    },
  )
})
