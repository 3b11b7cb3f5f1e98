// Publication of what forms/definitions holds, on one machine and on AWS alike: an immutable version in the table,
// and the static files of every version. A definition edited since its last publication becomes the next version.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as z from 'zod'
import { dataMapPath, dataMapPdfUrl, definitionUrl, fillPagePath } from '../../forms/addresses.ts'
import { publishable } from '../../forms/publication.ts'
import { FormInfo, type FormVersion } from '../../forms/schemas.ts'
import { dataMapPdf } from '../../functions/documents/data-map-pdf.ts'
import { listFormVersions, putForm, putFormVersion } from '../../functions/store/forms.ts'
import { communesOf } from './communes.ts'

const definitionsDir = join(import.meta.dirname, '../../forms/definitions')
const prerenderModule = join(import.meta.dirname, '../../dist/server/prerender.mjs')

type Publication = {
  /** The folder under forms/definitions. */
  readonly source: string
  /** The id it is published under: each Caf publishes its own. */
  readonly formId: string
  readonly cafId: string
  /** Départements whose communes fill the choices that form.json lists. */
  readonly departements: readonly string[]
  readonly at: string
}

/** Publishes a definition unless its latest version is the very same, and answers the latest version. */
export const publish = async ({
  source,
  formId,
  cafId,
  departements,
  at,
}: Publication): Promise<FormVersion> => {
  const { definition, info } = readDefinition(source, formId, departements)
  const sha256 = createHash('sha256').update(JSON.stringify({ definition, info })).digest('hex')
  const latest = (await listFormVersions(formId)).at(-1)
  const version = (latest?.version ?? 0) + 1
  const next: FormVersion = { formId, version, info, definition, sha256, publishedAt: at }
  const form = latest?.sha256 === sha256 ? latest : next
  await putFormVersion(form)
  const { version: latestVersion, publishedAt } = form
  await putForm({ id: formId, cafId, title: info.title, latestVersion, publishedAt })
  return form
}

/**
 * The static files of every version of a form, by address: its definition, what to gather before filling it (a page and
 * a PDF), and its fill page with a first page ready.
 */
export const staticFilesOf = async (formId: string): Promise<Record<string, string | Uint8Array>> => {
  const site = await findPrerenderer()
  const files = await Promise.all(
    (await listFormVersions(formId)).map(async (form): Promise<[string, string | Uint8Array][]> => {
      const address = { formId, formVersion: form.version }
      return [
        [definitionUrl(address), JSON.stringify(form.definition)],
        [dataMapPdfUrl(address), await dataMapPdf(form)],
        ...(site ? pagesOf(form, site) : []),
      ]
    }),
  )
  return Object.fromEntries(files.flat())
}

const pagesOf = (form: FormVersion, site: Prerenderer): [string, string][] => {
  const address = { formId: form.formId, formVersion: form.version }
  return [
    [`${fillPagePath(address)}index.html`, site.fillPage(form)],
    [`${dataMapPath(address)}index.html`, site.dataMapPage(form)],
  ]
}

/** What those files follow from: the same stamp, the same files. */
export const stampOf = async (formId: string): Promise<string> => {
  const stamp = createHash('sha256')
  for (const { version, sha256 } of await listFormVersions(formId)) stamp.update(`${version} ${sha256} `)
  if (existsSync(prerenderModule)) stamp.update(readFileSync(prerenderModule))
  return stamp.digest('hex')
}

const readDefinition = (source: string, formId: string, departements: readonly string[]) => {
  const json = (name: string): unknown => JSON.parse(readFileSync(join(definitionsDir, source, name), 'utf8'))
  const read = FormInfo.parse(json('form.json'))
  const communes = Object.fromEntries(Object.keys(read.communes).map((name) => [name, [...departements]]))
  const info = { ...read, id: formId, communes }
  const survey = z.record(z.string(), z.json()).parse(json('survey.json'))
  return { info, definition: publishable(survey, info, communesOf) }
}

type Prerenderer = Readonly<Record<'fillPage' | 'dataMapPage', (form: FormVersion) => string>>

/** Built by web/build.ts; absent when the site has not been built, as in tests of the API. */
const findPrerenderer = async (): Promise<Prerenderer | undefined> =>
  existsSync(prerenderModule) ? import(pathToFileURL(prerenderModule).href) : undefined
