import { describe, expect, it } from 'vitest'
import { answerPlaces, isNumeric, placeAt } from '../../forms/editing/answer-places.ts'
import type { Json } from '../../forms/editing/json-pointer.ts'
import { Content } from '../../forms/editing-wire.ts'
import { definitionNames, publishedForm } from '../support/definitions.ts'
import { variedContent } from '../support/editing.ts'

const placesOf = (form: Parameters<typeof publishedForm>[0]) =>
  answerPlaces(Content.parse(publishedForm(form)))

/** Every pattern that an operand of a JSON points at. */
const patternsIn = (json: Json | undefined): string[] => {
  if (typeof json === 'string') return json.startsWith('/') ? [json] : []
  return typeof json === 'object' && json !== null ? Object.values(json).flatMap(patternsIn) : []
}

describe('the places of answers', () => {
  it.each(definitionNames)('hold all that form.json of %s estimates and compares', (form) => {
    const { funding, compared } = Content.parse(publishedForm(form)).info
    const patterns = new Set(placesOf(form).map(({ pattern }) => pattern))
    expect(
      patternsIn({ funding: funding ?? null, compared: compared ?? null }).filter(
        (one) => !patterns.has(one),
      ),
    ).toEqual([])
  })
  it('have a title each, unlike the others', () => {
    for (const form of definitionNames) {
      const titles = placesOf(form).map(({ title }) => title)
      expect(new Set(titles).size).toBe(titles.length)
    }
  })
  it('say of a table each column, its total, and its lines one by one', () => {
    const places = placesOf('clas-reel').filter(({ pattern }) => pattern.startsWith('/enfants'))
    expect(places.map(({ pattern, title, kind }) => [pattern, title, kind])).toContainEqual([
      '/enfants/*/filles',
      'Enfants accueillis, par niveau, Filles (toutes les lignes)',
      'number',
    ])
    expect(places.map(({ pattern }) => pattern)).toContain('/enfants-total/total')
  })
  it('say what a choice may be', () => {
    const bonus = placesOf('clas-reel').find(({ pattern }) => pattern === '/collectifs/*/bonus_enfants')
    expect(bonus).toMatchObject({ kind: 'choice', options: [{ value: 'oui' }, { value: 'non' }] })
  })
  it('tell amounts, which are added up, from texts', () => {
    const places = placesOf('clas-reel')
    const amount = places.find(({ pattern }) => pattern === '/charges/*/montant')
    expect(amount?.kind).toBe('money')
    expect(places.filter(isNumeric).map(({ pattern }) => pattern)).not.toContain('/projet_nom')
  })
  it('are read of every type, and found by the question they are of', () => {
    const places = answerPlaces(variedContent())
    const known = new Map(places.map(({ pattern, kind }) => [pattern, kind]))
    for (const name of ['/code', '/entier', '/tableau/*/n', '/choix']) expect(known.has(name)).toBe(true)
    for (const { at } of places) expect(placeAt(places, at)?.at).toBe(at)
  })
})
