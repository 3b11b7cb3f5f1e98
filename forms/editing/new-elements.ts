// What a new question of each type is made of: in French, with the limits a publication asks. Its choices, rows and
// columns are for the person to write: their codes are made of their texts.
import { UNNAMED } from './element-name.ts'
import type { JsonObject } from './json-pointer.ts'
import { MONEY, NUMBER } from './number-bounds.ts'

/** What a new information text holds, for its place to be seen. */
export const SAMPLE_TEXT = '<p>Écrivez ici un texte d’information.</p>'

/** By SurveyJS type, what is said of a new one beside its type and name. */
const properties: Record<string, () => JsonObject> = {
  text: () => ({ maxLength: 200 }),
  comment: () => ({ maxLength: 3000 }),
  radiogroup: () => ({ choices: [] }),
  dropdown: () => ({ choices: [] }),
  checkbox: () => ({ choices: [] }),
  tagbox: () => ({ choices: [] }),
  ranking: () => ({ choices: [] }),
  imagepicker: () => ({ choices: [] }),
  slider: () => ({ min: 0, max: 10, step: 1 }),
  boolean: () => ({ labelTrue: 'Oui', labelFalse: 'Non' }),
  rating: () => ({ rateMin: 1, rateMax: 5 }),
  matrix: () => ({
    columns: [
      { value: 'oui', text: 'Oui' },
      { value: 'non', text: 'Non' },
    ],
    rows: [],
  }),
  matrixdropdown: () => ({
    cellType: 'text',
    columns: [],
    rows: [],
  }),
  matrixdynamic: () => ({
    cellType: 'text',
    columns: [],
    rowCount: 1,
    maxRowCount: 20,
    addRowText: 'Ajouter une ligne',
    removeRowText: 'Retirer cette ligne',
    noRowsText: 'Aucune ligne pour le moment.',
  }),
  multipletext: () => ({
    items: [],
  }),
  paneldynamic: () => ({
    templateElements: [],
    // Who has none has nothing to fill.
    panelCount: 0,
    maxPanelCount: 10,
    addPanelText: UNNAMED.addPanelText,
    removePanelText: UNNAMED.removePanelText,
    noEntriesText: UNNAMED.noEntriesText,
  }),
  panel: () => ({ elements: [] }),
  html: () => ({ html: SAMPLE_TEXT }),
  expression: () => ({ expression: '' }),
  file: () => ({
    storeDataAsText: false,
    waitForUpload: true,
    acceptedTypes: '.pdf,.jpg,.jpeg,.png',
    maxSize: 10_485_760,
  }),
}

/** What the palette offers beside the SurveyJS types: the same types, made for one kind of answer. */
const variants: Record<string, (name: string) => JsonObject> = {
  number: () => ({ type: 'text', ...NUMBER }),
  money: () => ({ type: 'text', ...MONEY }),
  date: () => ({ type: 'text', inputType: 'date', maxLength: 10 }),
  email: () => ({
    type: 'text',
    inputType: 'email',
    maxLength: 254,
    autocomplete: 'email',
    validators: [{ type: 'email', text: 'Donnez une adresse complète, comme contact@asso.fr.' }],
  }),
  tel: (name) => ({
    type: 'text',
    inputType: 'tel',
    maxLength: 20,
    autocomplete: 'tel',
    validators: [checkedBy('isPhone', name, 'Ce numéro n’est pas complet. Par exemple : 04 79 00 00 00.')],
  }),
  siret: (name) => ({
    type: 'text',
    maxLength: 14,
    validators: [checkedBy('isSiret', name, 'Ce n’est pas un numéro SIRET : vérifiez ses 14 chiffres.')],
  }),
  yesno: () => ({
    type: 'radiogroup',
    choices: [
      { value: 'oui', text: 'Oui' },
      { value: 'non', text: 'Non' },
    ],
  }),
}

const checkedBy = (check: string, name: string, text: string): JsonObject => ({
  type: 'expression',
  text,
  expression: `{${name}} empty or ${check}({#${name}})`,
})

/** A new question of a SurveyJS type, or of a kind of the palette, under a name. */
export const newElement = (kind: string, name: string): JsonObject => {
  const { type = kind, ...rest } = variants[kind]?.(name) ?? properties[kind]?.() ?? {}
  return { type, name, ...rest }
}

/** The first name that a new one may have. */
export const stemOf = (kind: string): string => {
  if (kind === 'panel') return 'groupe_1'
  if (kind === 'paneldynamic') return 'bloc_1'
  return kind.startsWith('matrix') ? 'tableau_1' : 'question_1'
}
