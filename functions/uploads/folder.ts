// What an organisation has given once, with any of its responses: offered again, with its date.
import type { FolderDocument } from '../../forms/documents-wire.ts'
import { isKept } from '../../forms/given-documents.ts'
import { findFileQuestion, hasFileQuestion } from '../../forms/named-documents.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Response } from '../../forms/nouns/response.ts'
import type { ResponseRow } from '../store/campaign-rows.ts'
import { listDocuments } from '../store/documents.ts'
import { getFormVersion } from '../store/forms.ts'

/** The latest responses that are looked through: an organisation has a handful that take documents each year. */
const MAX_RESPONSES = 100

type Given = FolderDocument & { readonly sha256: string | undefined }

/** The documents kept with these responses, the latest first; the same content is there once. */
export const folderOf = async (rows: readonly ResponseRow[]): Promise<FolderDocument[]> => {
  const latest = rows.toSorted((a, b) => b.closesAt.localeCompare(a.closesAt)).slice(0, MAX_RESPONSES)
  const given = (await Promise.all([...byForm(latest)].map(givenWith))).flat()
  const seen = new Set<string>()
  return given
    .toSorted((a, b) => b.givenAt.localeCompare(a.givenAt) || a.document.localeCompare(b.document))
    .filter(({ sha256 = '' }) => !seen.has(sha256) && seen.add(sha256))
    .map(({ sha256: _, ...document }) => document)
}

type OfForm = readonly [string, readonly ResponseRow[]]

const byForm = (rows: readonly ResponseRow[]): OfForm[] =>
  Object.entries(Object.groupBy(rows, ({ formId, formVersion }) => `${formId}@${formVersion}`)).map(
    ([key, group]) => [key, group ?? []],
  )

/** A form that asks for no document has none to look for. */
const givenWith = async ([, rows]: OfForm): Promise<Given[]> => {
  const [first] = rows
  if (!first) return []
  const form = await getFormVersion(first.formId, first.formVersion)
  if (!hasFileQuestion(form)) return []
  return (await Promise.all(rows.map((row) => givenWithOne(row, form)))).flat()
}

const givenWithOne = async (
  { id, formTitle, schoolYear }: Pick<Response, 'id' | 'formTitle' | 'schoolYear'>,
  form: FormVersion,
): Promise<Given[]> =>
  (await listDocuments(id)).filter(isKept).map(({ id: document, question, sha256, ...kept }) => ({
    response: id,
    document,
    name: kept.name,
    type: kept.type,
    size: kept.size,
    question: findFileQuestion(form, question)?.title ?? question,
    form: formTitle,
    schoolYear,
    givenAt: kept.givenAt,
    givenBy: kept.givenBy,
    sha256,
  }))
