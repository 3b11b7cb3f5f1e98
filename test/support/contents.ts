// Questionnaires as they are edited, for the checks.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Content } from '../../forms/editing-wire.ts'

const folder = join(import.meta.dirname, '../../forms/definitions')
const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(folder, ...path), 'utf8'))

/** One of our definitions as a draft holds it. */
export const contentOf = (name: string): Content =>
  Content.parse({ definition: json(name, 'survey.json'), info: json(name, 'form.json') })
