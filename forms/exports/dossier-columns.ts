// What an export says of each dossier beside its answers, and the rows that its answers make.
import { statusWords } from '../lifecycle.ts'
import type { ResponseStatus } from '../nouns/history.ts'
import type { Response } from '../nouns/response.ts'
import type { Submission } from '../nouns/submission.ts'
import type { Item } from '../shape-walk.ts'
import type { Block, Cell, CellType, Column, Layout } from './columns.ts'

/** A dossier as exported: answers are those of the submission that counts; a draft is no answer. */
export type Dossier = { readonly response: Response; readonly submission: Submission | undefined }

export type FixedColumn = Pick<Column, 'code' | 'title' | 'type'> & {
  readonly read: (dossier: Dossier) => Cell
}

const fixed = (code: string, title: string, type: CellType, read: FixedColumn['read']): FixedColumn => ({
  code,
  title,
  type,
  read,
})

const formats = new Map<string, Intl.DateTimeFormat>()

/** `2024-07-12T23:59:59`: an instant as clocks show it in a zone. */
export const localTime = (instant: string | number, zone: string): string => {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  formats.set(zone, format)
  return format.format(new Date(instant)).replace(' ', 'T')
}

const local = (instant: string | number | undefined, zone: string): Cell =>
  instant === undefined ? undefined : localTime(instant, zone)

/** What leads every line of every sheet: whose it is. */
const keyColumns: readonly FixedColumn[] = [
  fixed('dossier', 'Dossier', 'text', ({ response }) => response.id),
  fixed('projet', 'Projet', 'text', ({ response }) => response.projectName),
  fixed('organisation', 'Organisation', 'text', ({ response }) => response.organisationName),
]

/** States as codes, in French as all the rest of the sheet is. */
const statusCodes: Readonly<Record<ResponseStatus, string>> = {
  called: 'a-commencer',
  draft: 'brouillon',
  submitted: 'transmis',
  'to-correct': 'a-corriger',
  validated: 'valide',
  missed: 'non-transmis',
}

/** What stands before the answers, one line a dossier. */
export const dossierColumns: readonly FixedColumn[] = [
  ...keyColumns,
  fixed('projet.code', 'Projet (code)', 'text', ({ response }) => response.projectId),
  fixed('organisation.code', 'Organisation (code)', 'text', ({ response }) => response.organisationId),
  fixed('annee', 'Année scolaire', 'text', ({ response }) => response.schoolYear),
  fixed('etat', 'État', 'text', ({ response }) => statusWords[response.status]),
  fixed('etat.code', 'État (code)', 'text', ({ response }) => statusCodes[response.status]),
  // `closesAt` is exclusive: the last second that is accepted.
  fixed('echeance', 'Échéance', 'instant', ({ response }) =>
    local(Date.parse(response.closesAt) - 1, response.zone),
  ),
  fixed('version', 'Version du questionnaire', 'number', ({ response }) => response.formVersion),
  fixed('envoi', 'Envoi n°', 'number', ({ submission }) => submission?.number),
  fixed('recu', 'Référence du reçu', 'text', ({ submission }) => submission?.receipt.reference),
  fixed('recu_le', 'Reçu le', 'instant', ({ response, submission }) =>
    local(submission?.receivedAt, response.zone),
  ),
  fixed('transmis_par', 'Transmis par', 'text', ({ submission }) => submission?.by),
  fixed(
    'coherence',
    'Alertes de cohérence et explications',
    'text',
    ({ submission }) =>
      submission?.coherence?.findings
        .map(({ rule, message, justification }) =>
          justification ? `${rule} : ${message} (${justification})` : `${rule} : ${message}`,
        )
        .join(' | ') || undefined,
  ),
  fixed('valide_le', 'Validé le', 'instant', ({ response }) => local(response.validatedAt, response.zone)),
]

/** What stands before each line of a list. */
export const lineColumns = (depth: number): Pick<FixedColumn, 'code' | 'title' | 'type'>[] => [
  ...keyColumns,
  ...Array.from({ length: depth }, (_, i) =>
    i === depth - 1
      ? { code: 'ligne', title: 'Ligne n°', type: 'number' as const }
      : { code: `ligne.${i + 1}`, title: `Ligne n° ${i + 1}`, type: 'number' as const },
  ),
]

/** The cells of a dossier, one line. */
export const dossierCells = (columns: readonly Column[], dossier: Dossier): Cell[] => [
  ...dossierColumns.map(({ read }) => read(dossier)),
  ...answerCells(columns, dossier, dossier.submission?.answers ?? {}),
]

/** A list with the lists that stand around it, outermost first. */
export type Path = readonly [...Block[], Block]

/** The lists of a layout, those inside others included. */
export const pathsOf = ({ blocks }: Layout, around: readonly Block[] = []): Path[] =>
  blocks.flatMap((block) => [[...around, block] as const, ...pathsOf(block.layout, [...around, block])])

/** The lines that a dossier makes in a list. */
export const lineCells = (path: Path, dossier: Dossier): Cell[][] => {
  const keys = keyColumns.map(({ read }) => read(dossier))
  let places: { numbers: number[]; item: Item }[] = [{ numbers: [], item: dossier.submission?.answers ?? {} }]
  let columns: readonly Column[] = []
  for (const { linesOf, layout, versions } of path) {
    const asked = versions.has(dossier.response.formVersion)
    places = places.flatMap(({ numbers, item }) =>
      (asked ? linesOf(item) : []).map((line, i) => ({ numbers: [...numbers, i + 1], item: line })),
    )
    columns = layout.columns
  }
  return places.map(({ numbers, item }) => [...keys, ...numbers, ...answerCells(columns, dossier, item)])
}

const answerCells = (columns: readonly Column[], { response }: Dossier, item: Item): Cell[] =>
  columns.map(({ versions, read }) => (versions.has(response.formVersion) ? read(item) : undefined))
