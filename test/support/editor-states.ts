// The states of the editor, and a questionnaire that has one of everything it shows: each kind of question, each kind of
// rule, each mark.
import { newElement } from '../../forms/editing/new-elements.ts'
import type { Content } from '../../forms/editing-wire.ts'
import { kindWords, palette } from '../../web/editor/visual/type-words.ts'

/** What the palette offers, but what stands in the outline for other reasons. */
export const KINDS = palette
  .flatMap(({ kinds }) => kinds)
  .filter((kind) => !['page', 'panel', 'paneldynamic'].includes(kind))

/** The title of the question of a kind, like no other's. */
export const titleOf = (kind: string): string => `${kindWords(kind).label} (${kind})`

const texts = (...names: string[]) =>
  names.map((value) => ({ value, text: value[0]?.toUpperCase() + value.slice(1) }))

const more: Record<string, object> = {
  text: {
    isRequired: true,
    requiredErrorText: 'Écrivez quelque chose.',
    visibleIf: "{q_yesno} = 'oui' and {q_radiogroup} notempty",
    validators: [
      { type: 'numeric', minValue: 1 },
      { type: 'text', minLength: 2, text: 'Deux lettres au moins.' },
      { type: 'regex', regex: '^[a-z]*$' },
      { type: 'email' },
      { type: 'expression', expression: '{q_text} notempty' },
    ],
  },
  comment: { enableIf: 'iif({q_number} > 3, true, false)' },
  radiogroup: { choices: texts('association', 'commune', 'autre') },
  dropdown: { choices: texts('chambéry', 'annecy') },
  checkbox: { choices: texts('jeux', 'sorties'), validators: [{ type: 'answercount', minCount: 1 }] },
  tagbox: { choices: texts('lundi', 'mardi') },
  ranking: { choices: texts('sport', 'culture') },
  imagepicker: { choices: texts('salle', 'jardin') },
  rating: { rateValues: texts('bas', 'haut') },
  matrix: { rows: texts('matin', 'soir') },
  matrixdropdown: {
    rows: texts('filles', 'garçons'),
    columns: [{ name: 'n', title: 'Effectif', cellType: 'text', inputType: 'number', totalType: 'sum' }],
  },
  matrixdynamic: { columns: [{ name: 'nom', title: 'Nom du lieu', cellType: 'text', maxLength: 200 }] },
  multipletext: { items: [{ name: 'fonction', title: 'Fonction', maxLength: 200 }] },
  slider: { customLabels: [0, { value: 10, text: 'Beaucoup' }], showLabels: true },
  html: { html: '<p>Bonjour.</p>' },
  expression: { expression: '{q_number} * 2' },
}

const asked = (kind: string) => ({
  ...newElement(kind, `q_${kind}`),
  title: titleOf(kind),
  ...more[kind],
})

const compare = {
  check: 'compare',
  left: { sum: ['/q_number'] },
  is: 'equal',
  right: { sum: ['/q_matrixdropdown/*/n'] },
  pointer: '/q_number',
  message: '{left} et {right}',
}

const checks = [
  compare,
  { check: 'each', values: ['/q_number'], min: 0, max: 9, message: '{value}' },
  { check: 'school-year', values: ['/q_date'], from: '09-01', to: '08-31', message: '{value}' },
  { check: 'in-order', first: '/q_date', last: '/fin', message: '{left} puis {right}' },
  { check: 'needs-text', when: { count: '/q_yesno', is: 'oui' }, text: '/q_comment', message: 'Dites.' },
  { check: 'near-forecast', percent: 20, floor: { money: 10_000, count: 2 }, message: '{value}' },
  { ...compare, right: { sum: ['/effectif/*/n'], form: 'clas-bilan' } },
  { ...compare, right: { fact: 'notifiedCollectifs' } },
]

/** The rules of that content, each with one check. */
export const RULES = checks.map((_, index) => `R${index + 1}`)

export const everything = (): Content => ({
  definition: {
    locale: 'fr',
    clearInvisibleValues: 'onComplete',
    pages: [
      {
        name: 'tout',
        title: 'Première page',
        elements: [
          ...KINDS.map(asked),
          { ...newElement('date', 'fin'), title: 'Dernier jour' },
          {
            ...newElement('paneldynamic', 'lieux'),
            title: 'Bloc de lieux',
            templateElements: [{ ...newElement('text', 'adresse'), title: 'Adresse du lieu' }],
          },
          {
            ...newElement('panel', 'groupe'),
            title: 'Groupe de contact',
            elements: [{ ...newElement('text', 'contact'), title: 'Personne à joindre' }],
          },
        ],
      },
      {
        name: 'suite',
        title: 'Seconde page',
        elements: [{ ...newElement('comment', 'bilan'), title: 'Bilan libre' }],
      },
    ],
  },
  info: {
    id: 'tout',
    title: 'Tout ce qui se modifie',
    referencePrefix: 'TT',
    estimatedMinutes: 5,
    sections: [
      { name: 'tout', title: 'Première page', role: 'saisie-activite' },
      { name: 'suite', title: 'Seconde page', role: 'saisie-financiere' },
    ],
    prefilled: {},
    carriedOver: [{ from: 'clas-bilan', year: 'previous', questions: ['q_text'] }],
    notices: [{ text: 'N’indiquez aucun nom.', questions: ['q_comment', 'bilan'] }],
    compared: { with: 'clas-previsionnel', values: [{ pointer: '/q_number' }] },
    funding: { charges: { sum: ['/q_money'] }, collectifs: { sum: ['/q_number'] } },
    results: { filters: [{ name: 'statut', label: 'Statut', by: 'organisation', at: '/q_radiogroup' }] },
    onValidation: {
      organisation: { name: 'q_text', siret: 'q_siret' },
      project: { name: 'q_text', years: 4 },
    },
    coherence: checks.map((check, index) => ({
      id: `R${index + 1}`,
      kind: index % 2 === 0 ? 'blocking' : 'warning',
      title: `Règle de démonstration ${index + 1}`,
      checks: [check],
    })),
    toPrepare: ['Vos comptes'],
  },
})

/** A state of the page, as a test comes to it. */
export type State = {
  readonly state: string
  readonly reach: () => Promise<unknown>
  /** What changed since the state before. */
  readonly within: string
  readonly leave: () => Promise<unknown>
}
export const state = (
  state: string,
  reach: State['reach'],
  within: string,
  leave: State['leave'] = async () => undefined,
): State => ({ state, reach, within, leave })
