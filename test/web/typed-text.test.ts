import { expect, test } from 'vitest'
import { kindOf, stored } from '../../web/fill/typed-text.ts'

test('knows what a field asks for by what checks it', () => {
  expect(kindOf('text', ['{siret} empty or isSiret({#siret})'])).toBe('siret')
  expect(kindOf('text', ['isRna({#rna})'])).toBe('rna')
  expect(kindOf('text', ['isPhone({#fixe})'])).toBe('phone')
  expect(kindOf('tel', [])).toBe('phone')
  expect(kindOf('email', ['{siret} notempty'])).toBe('text')
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
