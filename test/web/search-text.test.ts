import { expect, test } from 'vitest'
import { exact, found } from '../../web/fill/search-text.ts'

const communes = ['Albertville', 'Saint-Étienne-de-Cuines', 'La Chapelle', 'L’Étoile', 'Cuines'].map(
  (text) => ({
    value: text,
    text,
  }),
)
const texts = (typed: string) => found(communes, typed).map(({ text }) => text)

test('finds a name whatever its accents, case, hyphens and apostrophes', () => {
  expect(texts('saint etienne')).toEqual(['Saint-Étienne-de-Cuines'])
  expect(texts("l'etoile")).toEqual(['L’Étoile'])
  expect(texts('SAINT-ÉT')).toEqual(['Saint-Étienne-de-Cuines'])
})

test('puts first the names that begin with what was typed', () => {
  expect(texts('cuines')).toEqual(['Cuines', 'Saint-Étienne-de-Cuines'])
})

test('shows the whole list for nothing typed, and nothing for what is not in it', () => {
  expect(texts(' ')).toHaveLength(5)
  expect(texts('paris')).toEqual([])
})

test('takes a whole name for a choice, and no part of one', () => {
  expect(exact(communes, 'la chapelle')?.value).toBe('La Chapelle')
  expect(exact(communes, 'la chapel')).toBeUndefined()
})
