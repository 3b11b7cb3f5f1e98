// A definition with every type of question and every condition we support, for the properties that clas-bilan
// alone would not exercise.
import { FormInfo, type FormVersion } from '../../forms/nouns/form.ts'

const yesNo = ['oui', 'non']

/** The smallest image there is. */
const dot =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const definition: FormVersion['definition'] = {
  locale: 'fr',
  clearInvisibleValues: 'onComplete',
  calculatedValues: [{ name: 'double', expression: '{entier} * 2', includeIntoResult: true }],
  pages: [
    {
      name: 'simples',
      title: 'Simples',
      elements: [
        { type: 'text', name: 'entier', inputType: 'number', min: 0, max: 50, step: 1, isRequired: true },
        { type: 'text', name: 'montant', inputType: 'number', min: 0, max: 10, step: 0.01 },
        {
          type: 'text',
          name: 'jour',
          inputType: 'date',
          min: '2024-09-01',
          max: '2025-06-30',
          isRequired: true,
        },
        { type: 'text', name: 'mois', inputType: 'month', requiredIf: '{entier} > 25' },
        { type: 'text', name: 'mel', inputType: 'email' },
        {
          type: 'text',
          name: 'code',
          maxLength: 20,
          validators: [{ type: 'text', minLength: 3, text: 'Trois caractères au moins.' }],
        },
        {
          type: 'radiogroup',
          name: 'choix',
          choices: ['a', 'b', 'c'],
          showOtherItem: true,
          isRequired: true,
        },
        { type: 'comment', name: 'pourquoi', visibleIf: "{choix} = 'b'", isRequired: true, maxLength: 50 },
        { type: 'text', name: 'suite', visibleIf: '{pourquoi} notempty', maxLength: 50 },
        {
          type: 'dropdown',
          name: 'liste',
          choices: ['x', { value: 'y', text: 'Y', visibleIf: '{entier} > 10' }, 'z'],
        },
        {
          type: 'checkbox',
          name: 'plusieurs',
          choices: ['p', 'q', 'r'],
          minSelectedChoices: 1,
          maxSelectedChoices: 2,
        },
        { type: 'tagbox', name: 'etiquettes', choices: [1, 2, 3] },
        { type: 'boolean', name: 'vrai', isRequired: true },
        { type: 'rating', name: 'note', rateMin: 1, rateMax: 4, enableIf: '{vrai} = true', isRequired: true },
        { type: 'ranking', name: 'ordre', choices: ['i', 'ii', 'iii'] },
        { type: 'slider', name: 'curseur', min: 5, max: 45, step: 10, isRequired: true },
        { type: 'slider', name: 'entre', sliderType: 'range', min: 0, max: 20, visibleIf: '{curseur} > 20' },
        {
          type: 'imagepicker',
          name: 'image',
          choices: [
            { value: 'lac', text: 'Un lac', imageLink: dot },
            { value: 'mont', text: 'Une montagne', imageLink: dot, visibleIf: '{vrai} = true' },
          ],
        },
        {
          type: 'imagepicker',
          name: 'images',
          multiSelect: true,
          choices: ['u', 'v', 'w'].map((value) => ({ value, text: `Vue ${value}`, imageLink: dot })),
        },
        { type: 'text', name: 'heure', inputType: 'time', min: '08:00', max: '20:00' },
        { type: 'text', name: 'moment', inputType: 'datetime-local', requiredIf: '{entier} > 30' },
        {
          type: 'file',
          name: 'pieces',
          storeDataAsText: false,
          allowMultiple: true,
          maxFiles: 3,
          acceptedTypes: '.pdf,.png',
          visibleIf: '{vrai} = true',
          isRequired: true,
        },
        { type: 'text', name: 'prix', inputType: 'number', min: 0, max: 99_999, step: 1, money: true },
        { type: 'expression', name: 'somme', expression: '{entier} + {montant}' },
        {
          type: 'panel',
          name: 'groupe',
          visibleIf: '{somme} > 20',
          elements: [{ type: 'text', name: 'dans_groupe', isRequired: true, maxLength: 30 }],
        },
      ],
    },
    {
      name: 'tables',
      title: 'Tables',
      visibleIf: "{choix} <> 'c'",
      elements: [
        {
          type: 'matrix',
          name: 'grille',
          columns: ['bien', 'mal'],
          rows: ['r1', { value: 'r2', text: 'R2', visibleIf: '{vrai} = true' }],
          eachRowRequired: true,
        },
        {
          type: 'matrixdropdown',
          name: 'tableau',
          cellType: 'text',
          columns: [
            {
              name: 'n',
              cellType: 'text',
              inputType: 'number',
              min: 0,
              max: 9,
              step: 1,
              isRequired: true,
              totalType: 'sum',
            },
            { name: 'si', cellType: 'dropdown', choices: yesNo, visibleIf: '{row.n} > 4', isRequired: true },
            { name: 'carre', cellType: 'expression', expression: '{row.n} * {row.n}', totalType: 'max' },
          ],
          rows: ['l1', 'l2'],
        },
        {
          type: 'matrixdynamic',
          name: 'lignes',
          rowCount: 0,
          maxRowCount: 5,
          columns: [
            { name: 'nom', cellType: 'text', maxLength: 20, isRequired: true },
            { name: 'genre', cellType: 'dropdown', choices: ['u', 'v'], requiredIf: '{entier} > 40' },
          ],
        },
        {
          type: 'paneldynamic',
          name: 'lieux',
          panelCount: 0,
          maxPanelCount: 3,
          templateElements: [
            { type: 'radiogroup', name: 'ouvert', choices: yesNo, isRequired: true },
            {
              type: 'text',
              name: 'heures',
              inputType: 'number',
              min: 1,
              max: 8,
              visibleIf: "{panel.ouvert} = 'oui'",
              isRequired: true,
            },
            { type: 'expression', name: 'semaine', expression: '{panel.heures} * 5' },
          ],
        },
        {
          type: 'multipletext',
          name: 'contacts',
          items: [
            { name: 'nom', isRequired: true, maxLength: 20 },
            { name: 'age', inputType: 'number', min: 18, max: 99 },
          ],
        },
      ],
    },
  ],
}

/** The form, published. */
export const everyTypeForm: FormVersion = {
  formId: 'tous-les-types',
  version: 1,
  info: FormInfo.parse({
    id: 'tous-les-types',
    title: 'Tous les types',
    referencePrefix: 'TT',
    estimatedMinutes: 5,
    sections: ['simples', 'tables'].map((name) => ({ name, title: name, role: 'saisie-activite' })),
    prefilled: {},
    toPrepare: [],
  }),
  definition,
  sha256: '',
  publishedAt: '2025-09-01T00:00:00.000Z',
}
