import { expect, test } from 'vitest'
import { kindOf, stored, typingOf } from '../../web/fill/typed-text.ts'

test('knows what a field asks for by what checks it', () => {
  expect(kindOf('text', ['{siret} empty or isSiret({#siret})'])).toBe('siret')
  expect(kindOf('text', ['isRna({#rna})'])).toBe('rna')
  expect(kindOf('text', ['isPhone({#fixe})'])).toBe('phone')
  expect(kindOf('tel', [])).toBe('phone')
  expect(kindOf('email', ['{siret} notempty'])).toBe('text')
})

test('asks for the keyboard that a field is typed with', () => {
  const hintsOf = (inputType: string, expression = '') =>
    typingOf({ getType: () => 'text', inputType, validators: [{ expression }] })
  expect(hintsOf('text', 'isSiret({#siret})')).toMatchObject({ inputMode: 'numeric', autocomplete: 'off' })
  expect(hintsOf('text', 'isRna({#rna})')).toMatchObject({
    autocapitalize: 'characters',
    autocomplete: 'off',
  })
  expect(hintsOf('tel')).toMatchObject({ inputMode: 'tel' })
  expect(hintsOf('email')).toMatchObject({ autocapitalize: 'none', spellcheck: false })
  // What the questionnaire says of the browser's memory is left to it.
  for (const type of ['email', 'tel', 'text']) expect(hintsOf(type)).not.toHaveProperty('autocomplete')
  for (const type of ['email', 'tel', 'text']) expect(hintsOf(type).enterKeyHint).toBe('next')
})

test.each([
  ['siret', '732 829 320 00074', '73282932000074'],
  ['rna', ' w731 000001', 'W731000001'],
  ['phone', '04 79 12 34 56', '+33479123456'],
  ['phone', '04 79', '04 79'],
  ['text', ' rue du Lac ', ' rue du Lac '],
] as const)('stores a %s typed « %s » as « %s »', (kind, typed, value) => {
  expect(stored(kind, typed)).toBe(value)
})
