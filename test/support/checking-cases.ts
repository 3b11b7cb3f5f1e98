// Questionnaires with one thing wrong each: where it is told, in which words, and whether a click mends it.

import type { CheckName } from '../../forms/checking/catalogue.ts'
import type { Content } from '../../forms/editing-wire.ts'
import { adviceOnRules, blockingRules } from './checking-rule-cases.ts'

type Node = Content['definition']
type Case = {
  readonly check: CheckName
  readonly title: string
  readonly content: Content
  readonly pointer: string
  readonly says: string
  readonly mends?: boolean
}

const sound = [
  { type: 'text', name: 'nom', title: 'Nom', maxLength: 100 },
  { type: 'radiogroup', name: 'statut', title: 'Statut', choices: ['asso', 'commune'] },
]

/** A sound page, with elements after two sound ones, and what else the definition and form.json say. */
export const contentWith = ({
  elements = [],
  definition = {},
  info = {},
}: {
  elements?: Node[]
  definition?: Node
  info?: Node
}): Content => ({
  definition: {
    title: 'Essai',
    pages: [{ name: 'structure', title: 'Structure', elements: [...sound, ...elements] }],
    ...definition,
  },
  info,
})

const text = (name: string, more: Node = {}): Node => ({
  type: 'text',
  name,
  title: name,
  maxLength: 100,
  ...more,
})
const first = '/definition/pages/0/elements/2'
const panels = (deep: number): Node =>
  deep === 0 ? text('fond') : { type: 'panel', name: `p${deep}`, elements: [panels(deep - 1)] }
const page = (name: string, elements: Node[]): Node => ({ name, title: name, elements })

export type Brief = Omit<Case, 'content' | 'title'> & { title?: string } & Parameters<typeof contentWith>[0]
const given = ({ elements, definition, info, ...rest }: Brief): Case => ({
  title: rest.title ?? 'a question',
  ...rest,
  content: contentWith({
    ...(elements && { elements }),
    ...(definition && { definition }),
    ...(info && { info }),
  }),
})

const blocking: Brief[] = [
  {
    check: 'too-big',
    title: 'panels in panels',
    elements: [panels(60)],
    pointer: '/definition',
    says: 'trop gros',
  },
  {
    check: 'malformed',
    elements: [text('x', { isRequired: 'oui' })],
    pointer: `${first}/isRequired`,
    says: 'vrai ou faux',
  },
  {
    check: 'malformed',
    title: 'the height of a long text',
    elements: [{ type: 'comment', name: 'x', title: 'x', maxLength: 100, rows: [{ value: 'l', text: 'l' }] }],
    pointer: `${first}/rows`,
    says: 'de 1 à 50',
    mends: true,
  },
  {
    check: 'malformed',
    title: 'the lines of a table',
    elements: [{ type: 'matrix', name: 'x', title: 'x', columns: ['oui', 'non'], rows: 6 }],
    pointer: `${first}/rows`,
    says: 'une liste de lignes',
  },
  {
    check: 'unreadable',
    elements: [{ type: 5, name: 'x', title: 'x' }],
    pointer: '/definition',
    says: 'corrigez d’abord le reste',
  },
  {
    check: 'unsupported',
    elements: [{ type: 'signaturepad', name: 'x', title: 'x' }],
    pointer: `${first}/type`,
    says: '« signaturepad » n’est pas pris en charge',
  },
  {
    check: 'unsupported',
    title: 'a document kept in the answers',
    elements: [{ type: 'file', name: 'x', title: 'x', acceptedTypes: '.pdf' }],
    pointer: `${first}/storeDataAsText`,
    says: 'se garde à part',
    mends: true,
  },
  {
    check: 'no-question',
    title: 'a title alone',
    definition: { pages: [] },
    pointer: '/definition',
    says: 'aucune question',
  },
  {
    check: 'empty-page',
    title: 'a page of text',
    definition: {
      pages: [page('une', sound), page('deux', [{ type: 'html', name: 'h', html: '<p>a</p>' }])],
    },
    pointer: '/definition/pages/1',
    says: '« deux » ne pose aucune question',
    mends: true,
  },
  {
    check: 'page-name',
    title: 'words as a name',
    definition: { pages: [page('Âge du public', sound)] },
    pointer: '/definition/pages/0/name',
    says: 'minuscules',
    mends: true,
  },
  {
    check: 'reserved-name',
    title: 'a page named like the notes',
    definition: { pages: [page('justifications', sound)] },
    pointer: '/definition/pages/0/name',
    says: 'réservé',
    mends: true,
  },
  {
    check: 'no-name',
    elements: [{ type: 'text', title: 'x', maxLength: 9 }],
    pointer: first,
    says: 'pas de nom',
    mends: true,
  },
  {
    check: 'duplicate-name',
    title: 'two questions of two panels',
    elements: [{ type: 'panel', name: 'p', elements: [text('nom')] }],
    pointer: `${first}/elements/0/name`,
    says: 'déjà le nom de « Nom »',
    mends: true,
  },
  {
    check: 'duplicate-name',
    title: 'two columns',
    elements: [
      {
        type: 'matrixdynamic',
        name: 'x',
        title: 'x',
        maxRowCount: 5,
        columns: ['a', 'a'].map((name) => ({ ...text(name), cellType: 'text' })),
      },
    ],
    pointer: `${first}/columns/1/name`,
    says: 'déjà le nom',
    mends: true,
  },
  {
    check: 'duplicate-name',
    title: 'a question named like a comment',
    elements: [text('nom-Comment')],
    pointer: `${first}/name`,
    says: 'précision',
    mends: true,
  },
  {
    check: 'reserved-name',
    elements: [text('constructor')],
    pointer: `${first}/name`,
    says: 'déjà un sens',
    mends: true,
  },
  {
    check: 'reserved-name',
    title: 'braces',
    elements: [text('a{b}.c')],
    pointer: `${first}/name`,
    says: 'formules',
    mends: true,
  },
  {
    check: 'duplicate-choice',
    elements: [{ type: 'dropdown', name: 'x', title: 'x', choices: ['a', { value: 'a', text: 'A' }] }],
    pointer: `${first}/choices/1`,
    says: '« a » est là deux fois',
    mends: true,
  },
  {
    check: 'no-choice',
    elements: [{ type: 'dropdown', name: 'x', title: 'x' }],
    pointer: first,
    says: 'aucun choix',
  },
  {
    check: 'expression-too-long',
    elements: [
      text('x', { visibleIf: Array.from({ length: 10_000 }, (_, i) => `{nom} = ${i}`).join(' or ') }),
    ],
    pointer: `${first}/visibleIf`,
    says: 'trop longue',
  },
  {
    check: 'expression-syntax',
    elements: [text('x', { visibleIf: "{nom = 'a'" })],
    pointer: `${first}/visibleIf`,
    says: 'ne se lit pas',
    mends: true,
  },
  {
    check: 'missing-reference',
    elements: [text('x', { visibleIf: "{status} = 'asso'" })],
    pointer: `${first}/visibleIf`,
    says: 'Vouliez-vous dire « statut » ?',
    mends: true,
  },
  {
    check: 'missing-reference',
    title: 'a condition on nothing near',
    elements: [text('x', { visibleIf: '{autre_chose} notempty' })],
    pointer: `${first}/visibleIf`,
    says: '« autre_chose » n’existe pas',
    mends: true,
  },
  {
    check: 'condition-loop',
    elements: [text('x', { visibleIf: '{y} notempty' }), text('y', { visibleIf: '{x} notempty' })],
    pointer: `${first}/visibleIf`,
    says: 'en boucle',
    mends: true,
  },
  {
    check: 'condition-loop',
    title: 'calculated values',
    definition: {
      calculatedValues: [
        { name: 'a', expression: '{b} + 1' },
        { name: 'b', expression: '{a} + 1' },
      ],
    },
    pointer: '/definition/calculatedValues/0/expression',
    says: 'en boucle',
  },
  {
    check: 'condition-loop',
    title: 'a panel shown by a question in it',
    elements: [{ type: 'panel', name: 'p', visibleIf: '{x} notempty', elements: [text('x')] }],
    pointer: `${first}/visibleIf`,
    says: 'sa propre réponse',
    mends: true,
  },
  {
    check: 'missing-reference',
    title: 'a key of a table that names no column',
    elements: [
      {
        type: 'matrixdynamic',
        name: 'x',
        title: 'x',
        maxRowCount: 5,
        columns: [{ ...text('a'), cellType: 'text' }],
        keyName: 'rien',
      },
    ],
    pointer: `${first}/keyName`,
    says: '« rien »',
  },
  {
    check: 'regex-invalid',
    elements: [text('x', { validators: [{ type: 'regex', regex: '[a-' }] })],
    pointer: `${first}/validators/0/regex`,
    says: 'ne se lit pas',
    mends: true,
  },
  {
    check: 'regex-dangerous',
    elements: [text('x', { validators: [{ type: 'regex', regex: '^(a+)+$' }] })],
    pointer: `${first}/validators/0/regex`,
    says: 'bloquer',
    mends: true,
  },
  {
    check: 'no-cap',
    elements: [{ type: 'paneldynamic', name: 'x', title: 'x', templateElements: [text('a')] }],
    pointer: first,
    says: 'combien de lignes',
    mends: true,
  },
  {
    check: 'no-cap',
    title: 'documents',
    elements: [
      {
        type: 'file',
        name: 'x',
        title: 'x',
        storeDataAsText: false,
        acceptedTypes: '.pdf',
        allowMultiple: true,
      },
    ],
    pointer: `${first}/maxFiles`,
    says: 'combien de documents',
    mends: true,
  },
  {
    check: 'external-address',
    title: 'an image from elsewhere',
    elements: [
      { type: 'image', name: 'i', altText: 'Une carte', imageLink: 'https://ailleurs.example/i.png' },
    ],
    pointer: `${first}/imageLink`,
    says: 'https://ailleurs.example/i.png',
  },
  {
    check: 'external-address',
    title: 'a logo from elsewhere',
    definition: { logo: { default: '//ailleurs.example/i.png' } },
    pointer: '/definition/logo/default',
    says: 'ailleurs',
    mends: true,
  },
  {
    check: 'external-address',
    title: 'choices from elsewhere',
    elements: [
      {
        type: 'dropdown',
        name: 'x',
        title: 'x',
        choices: ['a'],
        choicesByUrl: { url: 'https://ailleurs.example/' },
      },
    ],
    pointer: `${first}/choicesByUrl`,
    says: 'adresse',
  },
  {
    check: 'external-address',
    title: 'an image where none is drawn',
    definition: { logo: 'data:image/png;base64,iVBORw0KGgo=' },
    pointer: '/definition/logo',
    says: 'retirez-la',
    mends: true,
  },
  {
    check: 'no-image',
    title: 'an image that nobody chose',
    elements: [{ type: 'image', name: 'i', title: 'La carte', altText: 'Une carte' }],
    pointer: first,
    says: '« La carte »',
  },
  {
    check: 'no-image',
    title: 'a choice of images with none',
    elements: [{ type: 'imagepicker', name: 'x', title: 'x', choices: [{ value: 'a', text: 'A' }] }],
    pointer: `${first}/choices/0`,
    says: 'Il manque ici une image',
  },
  {
    check: 'no-choice-text',
    elements: [
      {
        type: 'imagepicker',
        name: 'x',
        title: 'x',
        choices: [{ value: 'a', text: ' ', imageLink: '/a.png' }],
      },
    ],
    pointer: `${first}/choices/0`,
    says: 'pas de texte',
  },
  {
    check: 'bad-image',
    title: 'a drawing that could hold scripts',
    elements: [
      { type: 'image', name: 'i', altText: 'Une carte', imageLink: 'data:image/svg+xml;base64,PHN2Zy8+' },
    ],
    pointer: `${first}/imageLink`,
    says: 'PNG, JPEG ou WebP',
  },
  {
    check: 'bad-image',
    title: 'a text that says it is an image',
    elements: [
      { type: 'image', name: 'i', altText: 'Une carte', imageLink: 'data:image/png;base64,PHN2Zy8+' },
    ],
    pointer: `${first}/imageLink`,
    says: 'ne se lit pas',
  },
  {
    check: 'bad-image',
    title: 'an image of 20 KB',
    elements: [
      {
        type: 'image',
        name: 'i',
        altText: 'Une carte',
        imageLink: `data:image/png;base64,iVBORw0KGgo${'A'.repeat(26_000)}`,
      },
    ],
    pointer: `${first}/imageLink`,
    says: '12 Ko',
  },
  {
    check: 'unsupported',
    title: 'a map to click',
    elements: [{ type: 'imagemap', name: 'x', title: 'x' }],
    pointer: `${first}/type`,
    says: '« Choix d’images »',
  },
  {
    check: 'unsupported',
    title: 'buttons side by side',
    elements: [{ type: 'buttongroup', name: 'x', title: 'x', choices: ['a', 'b'] }],
    pointer: `${first}/type`,
    says: '« Choix unique »',
    mends: true,
  },
  {
    check: 'unsupported',
    title: 'a colour',
    elements: [text('x', { inputType: 'color' })],
    pointer: `${first}/inputType`,
    says: 'dite par son nom',
  },
  {
    check: 'unsupported',
    title: 'a slider that goes nowhere',
    elements: [{ type: 'slider', name: 'x', title: 'x', min: 9, max: 3 }],
    pointer: `${first}/max`,
    says: 'plus grand que son minimum',
  },
  {
    check: 'unsupported',
    title: 'a choice of images with another',
    elements: [
      {
        type: 'imagepicker',
        name: 'x',
        title: 'x',
        showOtherItem: true,
        choices: [{ value: 'a', text: 'A', imageLink: '/a.png' }],
      },
    ],
    pointer: `${first}/showOtherItem`,
    says: 'n’a que des images',
  },
  {
    check: 'unsupported',
    title: 'a film',
    elements: [{ type: 'image', name: 'i', altText: 'Un film', imageLink: '/f.mp4', contentMode: 'video' }],
    pointer: `${first}/contentMode`,
    says: 'vidéo',
  },
  {
    check: 'html-changed',
    title: 'a script',
    elements: [{ type: 'html', name: 'h', html: '<p onclick="x()">Bonjour<script>x()</script></p>' }],
    pointer: `${first}/html`,
    says: '<script>',
    mends: true,
  },
  {
    check: 'html-changed',
    title: 'a page after the end',
    definition: { completedHtml: { fr: '<iframe src="/"></iframe>' } },
    pointer: '/definition/completedHtml/fr',
    says: '<iframe>',
    mends: true,
  },
  {
    check: 'info',
    title: 'minutes',
    info: { estimatedMinutes: -3 },
    pointer: '/info/estimatedMinutes',
    says: 'trop petite',
  },
  {
    check: 'section-without-page',
    title: 'a part of a page that is gone',
    info: {
      sections: ['structure', 'partie'].map((name) => ({ name, title: name, role: 'saisie-activite' })),
    },
    pointer: '/info/sections/1',
    says: '« partie »',
    mends: true,
  },
  {
    check: 'unknown-mark',
    title: 'what is prefilled',
    info: { prefilled: { parti: 'project.name' } },
    pointer: '/info/prefilled/parti',
    says: 'préremplissage',
    mends: true,
  },
  {
    check: 'unknown-mark',
    title: 'what is carried over',
    info: { carriedOver: [{ from: 'autre', year: 'same', questions: ['nom', 'parti'] }] },
    pointer: '/info/carriedOver/0/questions/1',
    says: 'reprise',
    mends: true,
  },
  {
    check: 'unknown-mark',
    title: 'what is compared',
    info: { compared: { with: 'autre', values: [{ pointer: '/nom' }, { pointer: '/charges/a/montant' }] } },
    pointer: '/info/compared/values/1/pointer',
    says: 'comparaison',
    mends: true,
  },
  {
    check: 'unknown-mark',
    title: 'what funding reads',
    info: {
      funding: {
        charges: { sum: ['/parti'] },
        collectifs: { sum: ['/nom'] },
        bonusChildren: { count: '/nom' },
        bonusParents: { count: '/nom' },
      },
    },
    pointer: '/info/funding/charges/sum/0',
    says: 'financement',
  },
  {
    check: 'unknown-mark',
    title: 'what a validation opens',
    info: { onValidation: { organisation: { name: 'parti' } } },
    pointer: '/info/onValidation/organisation/name',
    says: 'validation',
  },
  {
    check: 'unknown-mark',
    title: 'a filter of results',
    info: {
      results: { filters: [{ name: 'niveau', label: 'Niveau', by: 'level', at: '/collectifs/*/niveau' }] },
    },
    pointer: '/info/results/filters/0/at',
    says: 'résultats',
    mends: true,
  },
  {
    check: 'unknown-mark',
    title: 'communes',
    info: { communes: { parti: ['73'] } },
    pointer: '/info/communes/parti',
    says: 'communes',
    mends: true,
  },
  ...blockingRules,
]

const advising: Brief[] = [
  ...adviceOnRules,
  {
    check: 'section-missing',
    title: 'a page without a part',
    definition: { pages: [page('une', sound), page('deux', [text('x')])] },
    info: { sections: [{ name: 'une', title: 'une', role: 'saisie-activite' }] },
    pointer: '/definition/pages/1',
    says: 'rôle',
    mends: true,
  },
  {
    check: 'no-title',
    elements: [{ type: 'text', name: 'x', maxLength: 9 }],
    pointer: first,
    says: 'Donnez un titre',
  },
  {
    check: 'no-max-length',
    elements: [{ type: 'comment', name: 'x', title: 'x' }],
    pointer: first,
    says: 'caractères',
    mends: true,
  },
  {
    check: 'no-notice',
    title: 'a long text',
    elements: [{ type: 'comment', name: 'recit', title: 'Récit', maxLength: 100 }],
    pointer: first,
    says: 'Récit',
    mends: true,
  },
  {
    check: 'no-notice',
    title: 'a table with a column of long texts, beside another notice',
    elements: [
      {
        type: 'matrixdynamic',
        name: 'actions',
        title: 'Actions',
        maxRowCount: 3,
        columns: [{ name: 'recit', title: 'Récit', cellType: 'comment', maxLength: 100 }],
      },
    ],
    info: { notices: [{ text: 'Aucun nom.', questions: ['nom'] }] },
    pointer: first,
    says: 'Actions',
    mends: true,
  },
  {
    check: 'unknown-mark',
    title: 'a notice',
    info: { notices: [{ text: 'Aucun nom.', questions: ['nom', 'parti'] }] },
    pointer: '/info/notices/0/questions/1',
    says: 'avertissement',
    mends: true,
  },
  {
    check: 'no-bounds',
    elements: [{ type: 'text', inputType: 'number', name: 'x', title: 'x', max: 3 }],
    pointer: first,
    says: 'minimum',
    mends: true,
  },
  {
    check: 'no-image-text',
    elements: [{ type: 'image', name: 'x', imageLink: '/x.png' }],
    pointer: first,
    says: 'lecteur',
  },
  {
    check: 'long-page',
    title: 'a page',
    elements: Array.from({ length: 50 }, (_, i) => text(`q${i}`)),
    pointer: '/definition/pages/0',
    says: '52 questions',
  },
  {
    check: 'long-section',
    title: 'a page of long texts',
    elements: Array.from({ length: 9 }, (_, i) => text(`q${i}`, { maxLength: 8_000 })),
    pointer: '/definition/pages/0',
    says: '60 Ko',
  },
  {
    check: 'answers-too-big',
    title: 'long texts',
    elements: Array.from({ length: 9 }, (_, i) => text(`q${i}`, { maxLength: 16_000 })),
    pointer: '/definition',
    says: '128 Ko',
  },
  {
    check: 'estimated-time',
    title: 'minutes',
    info: { estimatedMinutes: 90 },
    pointer: '/info/estimatedMinutes',
    says: 'environ 1',
    mends: true,
  },
  {
    check: 'no-other',
    elements: [
      {
        type: 'dropdown',
        name: 'x',
        title: 'x',
        isRequired: true,
        requiredErrorText: 'Dites.',
        choices: [...'abcdefg'],
      },
    ],
    pointer: first,
    says: 'autre',
    mends: true,
  },
  {
    check: 'unknown-property',
    elements: [text('x', { tilte: 'X' })],
    pointer: `${first}/tilte`,
    says: '« tilte »',
    mends: true,
  },
  {
    check: 'unknown-choice',
    elements: [text('x', { visibleIf: "{statut} = 'assoc'" })],
    pointer: `${first}/visibleIf`,
    says: '« assoc »',
  },
  {
    check: 'never-true',
    elements: [text('x', { visibleIf: "{statut} = 'asso' and {statut} = 'commune'" })],
    pointer: `${first}/visibleIf`,
    says: 'jamais',
    mends: true,
  },
  {
    check: 'always-true',
    elements: [text('x', { visibleIf: '1 = 1' })],
    pointer: `${first}/visibleIf`,
    says: 'toujours',
    mends: true,
  },
  {
    check: 'compared-types',
    elements: [
      { type: 'checkbox', name: 'c', title: 'c', choices: ['a', 'b'] },
      text('x', { visibleIf: "{c} > 'a'" }),
    ],
    pointer: '/definition/pages/0/elements/3/visibleIf',
    says: 'comparaison',
  },
  {
    check: 'dead-validator',
    elements: [text('x', { validators: [{ type: 'text', minLength: 9, maxLength: 3 }] })],
    pointer: `${first}/validators/0`,
    says: 'minimum',
  },
  {
    check: 'impossible-default',
    elements: [{ type: 'dropdown', name: 'x', title: 'x', choices: ['a'], defaultValue: 'b' }],
    pointer: `${first}/defaultValue`,
    says: '« b »',
  },
  {
    check: 'impossible-count',
    elements: [{ type: 'text', inputType: 'number', name: 'x', title: 'x', min: 9, max: 3 }],
    pointer: `${first}/min`,
    says: 'contredisent',
  },
  {
    check: 'invalid-value',
    elements: [text('x', { titleLocation: 'ailleurs' })],
    pointer: `${first}/titleLocation`,
    says: '« ailleurs »',
  },
]

export const cases: Case[] = [...blocking, ...advising].map(given)
