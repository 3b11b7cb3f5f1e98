// Definitions made elsewhere: every type of question, panel, validator and trigger that SurveyJS knows, those we cannot
// publish too, with properties in orders and of kinds that our own do not have.
import { Serializer } from 'survey-core'
import type { Content } from '../../forms/editing-wire.ts'

type Definition = Content['definition']
type Json = Definition[string]

const classes = (parent: string): string[] =>
  Serializer.getChildrenClasses(parent, true).map(({ name }) => name)

const abstractClasses = new Set(['matrixdropdownbase', 'textbase', 'nonvalue', 'empty'])

/** Every type of question there is. */
export const questionTypes: readonly string[] = classes('question').filter(
  (name) => !abstractClasses.has(name),
)

/** What each type is made of, beyond what all have. */
const own: Readonly<Record<string, Definition>> = {
  checkbox: { choicesOrder: 'random', showSelectAllItem: true, otherText: { default: 'Other', fr: 'Autre' } },
  imagepicker: {
    multiSelect: true,
    choices: [{ value: 'lion', imageLink: 'data:image/png;base64,iVBORw0K' }],
  },
  dropdown: { choicesByUrl: { url: 'https://exemple.test/pays.json', valueName: 'code', titleName: 'nom' } },
  tagbox: { choices: [3, 1, { value: 2, text: 'Deux', enableIf: '{a} > 1' }], hasNone: true },
  text: {
    inputType: 'datetime-local',
    maskType: 'pattern',
    maskSettings: { pattern: '99-99', saveMaskedValue: true },
  },
  matrix: { columns: ['Oui', 'Non'], rows: [{ value: 'r2', text: 'B' }, 'r1'], cells: { r1: { Oui: 'x' } } },
  matrixdropdown: {
    columns: [{ cellType: 'dropdown', name: 'c', choices: [1, 2] }],
    rows: ['r'],
    detailPanelMode: 'underRow',
  },
  matrixdynamic: {
    detailElements: [{ type: 'comment', name: 'detail' }],
    columns: [{ name: 'prix', totalType: 'sum', totalFormat: 'Total : {0} €' }],
    rowCount: 0,
    maxRowCount: 1000,
  },
  multipletext: {
    itemErrorLocation: 'bottom',
    items: [{ title: 'Un', name: 'i1', inputType: 'color' }, { name: 'i2' }],
  },
  paneldynamic: {
    templateElements: [{ name: 'dedans', type: 'paneldynamic', templateElements: [] }],
    panelCount: 2,
  },
  html: { html: '<h2 onclick="x()">Titre</h2><script>alert(1)</script>' },
  image: { imageLink: 'https://exemple.test/image.png', contentMode: 'video' },
  file: { storeDataAsText: true, acceptedTypes: 'image/*', sourceType: 'camera' },
  slider: { sliderType: 'range', customLabels: [{ value: 5, text: 'Milieu' }] },
  imagemap: {
    imageLink: 'https://exemple.test/carte.svg',
    areas: [{ value: 'a', shape: 'rect', coords: '0,0,1,1' }],
  },
  signaturepad: { penColor: 'rgba(25, 179, 148, 1)', signatureWidth: 300 },
  expression: { expression: 'sumInArray({t}, "prix") / 3', displayStyle: 'currency', currency: 'EUR' },
  boolean: { valueTrue: 'Y', valueFalse: 'N', labelTrue: { fr: 'Oui' } },
}

const question = (type: string, i: number): Definition => ({
  // Later before earlier, as another editor may write it.
  title: { fr: `Question « ${type} »`, default: `Question\u00a0${i} 👩‍👧 <b>`, de: null },
  name: `q${i}`,
  type,
  ...own[type],
  proprieteInconnue: { zeta: [], alpha: {}, liste: [1, 1.5, -0.25, 1e21, true, null, '', ' '] },
  validators: classes('surveyvalidator').map((name) => ({
    text: 'Non',
    type: name.replace('validator', ''),
  })),
  visibleIf: i === 0 ? '' : `{q${i - 1}} notempty and (`,
  startWithNewLine: false,
  defaultValue: { b: 1, a: { constructor: 'x' } },
})

const page = (name: string, elements: Json[]): Definition => ({ elements, name, visible: true })

/** The set, each under what it is there for. */
export const definitionsElsewhere: Readonly<Record<string, Definition>> = {
  ...Object.fromEntries(
    questionTypes.map((type, i) => [`a question « ${type} »`, { pages: [page('p', [question(type, i)])] }]),
  ),
  'every type at once': {
    zzz: 'inconnu',
    pages: [page('Page 2', questionTypes.map(question)), page('page1', [])],
    triggers: classes('surveytrigger').map((name) => ({
      expression: '{a} = 1',
      type: name.replace('trigger', ''),
    })),
    calculatedValues: [{ includeIntoResult: true, name: 'v', expression: '{q1} + 1' }],
    completedHtmlOnCondition: [{ html: { fr: '<p>Merci</p>' }, expression: '{score} > 3' }],
    cookieName: 'c',
    title: { default: 'Survey', fr: 'Enquête' },
    locale: 'de',
    logo: 'data:image/svg+xml;base64,PHN2Zy8+',
  },
  'questions outside of any page': {
    elements: [question('text', 0), { type: 'panel', name: 'x', elements: [] }],
  },
  'panels in panels': {
    pages: [
      page('p', [
        Array.from({ length: 20 }).reduce<Definition>(
          (inner, _, i) => ({ elements: [inner], type: i % 2 ? 'panel' : 'flowpanel', name: `n${i}` }),
          { type: 'text', name: 'fond' },
        ),
      ]),
    ],
  },
  'the same name twice, and none': {
    pages: [page('p', [{ type: 'text', name: 'a' }, { type: 'text', name: 'a' }, { type: 'text' }])],
  },
  'nothing at all': {},
  'names that objects have already': JSON.parse(
    '{"__proto__": {"a": 1}, "constructor": {"prototype": 2}, "toString": null, "pages": [{"__proto__": []}]}',
  ),
}
