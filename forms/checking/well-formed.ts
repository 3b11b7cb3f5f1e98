// Whether a definition has the shape that the rest of the platform reads it by.
import type * as z from 'zod'
import { Choice, Definition, Props } from '../definition.ts'
import { NO_ROW, unsupported } from '../unsupported.ts'
import { faultOf } from './issue-words.ts'
import { calledOf, type Path, type Reading, removing, type Spot, setting, type Told } from './reading.ts'

/** Values that cannot be read, with the reason. */
export const malformedIn = ({ content, spots }: Reading): Told[] => [
  ...issues(Definition.safeParse(content.definition), ['definition']),
  ...spots.flatMap(({ type, kind, json, path }) =>
    kind !== 'column' && Array.isArray(json.columns)
      ? json.columns.flatMap((column, i) =>
          issues((type === 'matrix' ? Choice : Props).safeParse(column), [...path, 'columns', i]),
        )
      : [],
  ),
  ...spots.flatMap(rowsOf),
]

/** `rows` are the lines of a table, but for a long text the height of its field, in lines. */
const rowsOf = ({ kind, type, json, path }: Spot): Told[] => {
  const { rows } = json
  if (kind !== 'question' || rows === undefined) return []
  const at = [...path, 'rows']
  const told = (detail: string): Told[] => [
    { check: 'malformed', path: at, detail, fix: removing(at, 'Retirer cette valeur') },
  ]
  if (type === 'comment')
    return typeof rows === 'number' && Number.isInteger(rows) && rows >= 1 && rows <= MOST_LINES
      ? []
      : told(`La hauteur d’un texte long est un nombre de lignes, de 1 à ${MOST_LINES}.`)
  return type.startsWith('matrix') && !Array.isArray(rows) ? told('Ici se met une liste de lignes.') : []
}

const MOST_LINES = 50

const issues = ({ error }: z.ZodSafeParseResult<unknown>, prefix: Path): Told[] =>
  (error?.issues ?? []).map((issue) => ({
    check: 'malformed',
    path: [...prefix, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))],
    detail: faultOf(issue).detail,
  }))

/** What the server could not check the answers to. */
export const unsupportedIn = ({ content, spots }: Reading): Told[] =>
  unsupported(content.definition).map(({ pointer, detail }): Told => {
    const path: Path = ['definition', ...parts(pointer)]
    if (pointer.endsWith('/maxFiles'))
      return { check: 'no-cap', path, detail, fix: setting(path, 3, 'Trois documents au plus') }
    if (pointer.endsWith('/storeDataAsText'))
      return { check: 'unsupported', path, detail, fix: setting(path, false, 'Garder les documents à part') }
    if (detail === NO_ROW) return rowlessIn(path, spots)
    if (pointer.endsWith('/choicesByUrl')) return { check: 'external-address', path, detail }
    const fix = detail.includes('« buttongroup »')
      ? setting(path, 'radiogroup', 'En faire un choix unique')
      : undefined
    return { check: 'unsupported', path, detail, ...(fix ? { fix } : {}) }
  })

/** A table whose lines are not there yet. */
const rowlessIn = (path: Path, spots: readonly Spot[]): Told => {
  const table = spots.find((spot) => `${spot.path}` === `${path.slice(0, -1)}`)
  return {
    check: 'nothing-inside',
    path,
    ...(table ? { question: table.name } : {}),
    detail: table ? `« ${calledOf(table)} » n’a aucune ligne : ajoutez-en au moins une.` : NO_ROW,
    fix: setting(path, [{ value: 'ligne_1', text: 'Ligne 1' }], 'Ajouter une ligne'),
  }
}

const parts = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
