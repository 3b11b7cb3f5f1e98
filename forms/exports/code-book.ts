// What a person needs to read an export without asking: every column, and how values are written.
import type { Choice } from '../definition.ts'
import type { CellType, Column, Layout } from './columns.ts'
import { dossierColumns, pathsOf } from './dossier-columns.ts'

export type Entry = {
  readonly sheet: string
  readonly code: string
  readonly title: string
  readonly section: string
  readonly type: string
  readonly choices: string
  readonly versions: string
}

/** The columns of the code book itself. */
export const entryColumns = [
  ['sheet', 'Feuille'],
  ['code', 'Code de la colonne'],
  ['title', 'Intitulé'],
  ['section', 'Partie du questionnaire'],
  ['type', 'Nature'],
  ['choices', 'Valeurs possibles (code = libellé)'],
  ['versions', 'Versions du questionnaire'],
] as const satisfies readonly (readonly [keyof Entry, string])[]

const typeWords: Record<CellType, string> = {
  text: 'Texte',
  number: 'Nombre',
  money: 'Montant en euros',
  date: 'Date',
  instant: 'Date et heure locales',
  boolean: 'Oui ou non',
}

/** Every column, sheet by sheet; `sheetOf` names the sheet of a list. */
export const codeBookOf = (layout: Layout, sheetOf: (code: string) => string): Entry[] => [
  ...dossierColumns.map(({ code, title, type }) => ({
    sheet: sheetOf(''),
    code,
    title,
    section: 'Le dossier',
    type: typeWords[type],
    choices: '',
    versions: 'toutes',
  })),
  ...layout.columns.map((column) => entryOf(column, sheetOf(''))),
  ...pathsOf(layout).flatMap((path) => {
    const block = path.at(-1)
    return block ? block.layout.columns.map((column) => entryOf(column, sheetOf(codeOf(path)))) : []
  }),
]

/** The code of a list inside others: `familles.enfants`. */
export const codeOf = (path: readonly { readonly code: string }[]): string =>
  path.map(({ code }) => code).join('.')

const entryOf = ({ code, title, section, type, choices, versions }: Column, sheet: string): Entry => ({
  sheet,
  code,
  title,
  section,
  type: typeWords[type],
  choices: choices.map(choiceText).join(' ; '),
  versions: [...versions].toSorted((a, b) => a - b).join(', '),
})

const choiceText = ({ value, text }: Pick<Choice, 'value' | 'text'>): string =>
  text === String(value) ? text : `${value} = ${text}`

/** How values are written, whatever the form. */
export const conventions: readonly string[] = [
  'Une ligne par dossier, y compris ceux qui n’ont rien transmis : leurs réponses sont vides. Un brouillon n’est pas une réponse : seul le dernier envoi reçu figure ici.',
  'Chaque en-tête finit par un code entre crochets. Ce code ne change jamais, d’une version du questionnaire à l’autre ; l’intitulé et la place de la colonne peuvent changer. Une question retirée garde sa colonne.',
  'Une question dont la nature change (un texte devenu un nombre) prend un nouveau code, suivi de la version : age@3.',
  'Un choix unique a deux colonnes : son libellé, puis son code. Plusieurs choix : une colonne par choix, 1 s’il est coché, 0 sinon ; vide si rien n’est coché. Un classement : le rang.',
  'Les montants sont en euros. Les dates et heures sont celles de la campagne.',
  'Une liste (une ligne par collectif, par exemple) a sa propre feuille, rattachée à son dossier par la première colonne. Dans le fichier CSV, ses lignes se suivent sur celle du dossier.',
  'Un texte qui commence comme une formule (= + - @) est gardé comme texte : précédé d’une apostrophe dans le fichier CSV, marqué comme texte dans le classeur.',
]
