// Publication of what forms/definitions holds, on one machine and on AWS alike, by what publishes a draft. A definition
// edited since its last publication becomes the next version; what a Caf publishes in between stays the latest.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { isSame } from '../../forms/changes/same.ts'
import { Content } from '../../forms/editing-wire.ts'
import { FormInfo, type FormVersion } from '../../forms/nouns/form.ts'
import { publishable } from '../../forms/publication.ts'
import { NO_PRERENDERER } from '../../functions/publishing/prerenderer.ts'
import { type Publishing, publishVersion } from '../../functions/publishing/publish-version.ts'
import { formVersionOf, listKeptVersions, versionContentOf } from '../../functions/store/form-versions.ts'
import { claimForm, findForm } from '../../functions/store/forms.ts'
import { communesOf } from './communes.ts'

const definitionsDir = join(import.meta.dirname, '../../forms/definitions')
const builtPrerenderer = join(import.meta.dirname, '../../dist/server/prerender.mjs')

/** Built by web/build.ts; `none` when the site has not been, as in tests of the API. */
export const prerendererPath = (): string =>
  existsSync(builtPrerenderer) ? builtPrerenderer : NO_PRERENDERER

type Publication = Partial<Publishing> & {
  /** The folder under forms/definitions. */
  readonly source: string
  /** The id it is published under: each Caf publishes its own. */
  readonly formId: string
  readonly cafId: string
  /** Départements whose communes fill the choices that form.json lists. */
  readonly departements: readonly string[]
  readonly at: string
}

/**
 * Publishes a definition unless it was, and has not changed since; answers the version it is. Without `render` and `put`
 * its static files are yet to be written.
 */
export const publish = async (asked: Publication): Promise<FormVersion> => {
  const { source, formId, cafId, departements, at, render = async () => ({}), put = async () => {} } = asked
  const content = readDefinition(source, formId, departements)
  const { title } = FormInfo.parse(content.info)
  // Before any version: what publishes makes one of them the latest of a form that is there.
  const isNew = await claimForm({ id: formId, cafId, title })
  const { cafId: owner, latestVersion: latest = 0 } = (await findForm(formId)) ?? {}
  if (!isNew && owner !== cafId) throw new Error(`« ${formId} » is a form of another Caf`)
  const ours = (await listKeptVersions(formId)).findLast(
    ({ version, publishedBy }) => version <= latest && publishedBy === undefined,
  )
  if (ours && isSame(versionContentOf(ours), content)) return formVersionOf(ours)
  const { version } = await publishVersion({ formId, content, at, render, put })
  return formVersionOf(version)
}

const readDefinition = (source: string, formId: string, departements: readonly string[]): Content => {
  const json = (name: string): unknown => JSON.parse(readFileSync(join(definitionsDir, source, name), 'utf8'))
  const read = FormInfo.parse(json('form.json'))
  const communes = Object.fromEntries(Object.keys(read.communes).map((name) => [name, [...departements]]))
  const info = { ...read, id: formId, communes }
  const survey = z.record(z.string(), z.json()).parse(json('survey.json'))
  const content = { definition: publishable(survey, info, communesOf), info }
  return Content.parse(JSON.parse(JSON.stringify(content)))
}
