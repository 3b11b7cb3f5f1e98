// Tables without columns, blocks without questions: people would be shown a title, and nothing to fill.
import { NUMBER } from '../editing/number-bounds.ts'
import {
  asks,
  calledOf,
  type Fix,
  type Json,
  type Reading,
  removing,
  type Spot,
  setting,
  type Told,
} from './reading.ts'

export const emptyIn = ({ spots }: Reading): Told[] => {
  const asking = new Set(spots.filter(asks).map(({ holder }) => holder))
  return spots.flatMap((spot): Told[] => {
    const says = Object.hasOwn(INSIDE, spot.type) ? INSIDE[spot.type] : undefined
    const { columns, items } = spot.json
    if (!says || spot.kind !== 'question' || asking.has(spot) || isList(columns) || isList(items)) return []
    const detail = `« ${calledOf(spot)} » ${says.words}`
    return [{ check: 'nothing-inside', path: spot.path, question: spot.name, detail, fix: says.fix(spot) }]
  })
}

const isList = (json: Json | undefined): boolean => Array.isArray(json) && json.length > 0

const COLUMN = {
  words: 'n’a aucune colonne : ajoutez-en au moins une.',
  fix: ({ path }: Spot): Fix =>
    setting(
      [...path, 'columns'],
      [{ name: 'nombre', title: 'Nombre', cellType: 'text', ...NUMBER }],
      'Ajouter une colonne « Nombre »',
    ),
}

/** What is said of each type that holds others, and how it is mended. */
const INSIDE: Readonly<Record<string, { words: string; fix: (spot: Spot) => Fix }>> = {
  matrixdropdown: COLUMN,
  matrixdynamic: COLUMN,
  matrix: {
    words: 'ne propose aucun choix : ajoutez-en, en colonnes.',
    fix: ({ path }) =>
      setting(
        [...path, 'columns'],
        [
          { value: 'oui', text: 'Oui' },
          { value: 'non', text: 'Non' },
        ],
        'Proposer « Oui » et « Non »',
      ),
  },
  multipletext: {
    words: 'n’a aucun champ : ajoutez-en au moins un.',
    fix: ({ path }) =>
      setting(
        [...path, 'items'],
        [{ name: 'texte', title: 'Texte', maxLength: 200 }],
        'Ajouter un champ « Texte »',
      ),
  },
  paneldynamic: {
    words: 'ne pose aucune question : ajoutez-en une dans ce bloc, ou supprimez-le.',
    fix: ({ path }) => removing(path, 'Supprimer ce bloc'),
  },
}
