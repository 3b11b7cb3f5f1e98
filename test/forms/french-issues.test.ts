import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { FRENCH } from '../../forms/french-issues.ts'

const said = (schema: z.ZodType, value: unknown): string[] =>
  (schema.safeParse(value, FRENCH).error?.issues ?? []).map(({ message }) => message)

describe('what a schema refuses', () => {
  it.each([
    ['a missing text', z.string(), undefined, 'Il manque un texte.'],
    ['another kind of value', z.int(), 'trois', 'Donnez un nombre.'],
    ['an empty text', z.string().min(3), ' ', 'Il manque un texte.'],
    ['a text too short', z.string().min(3), 'ab', 'Écrivez au moins 3 caractères.'],
    [
      'a text too long',
      z.string().max(4),
      'abcdef',
      'Ce texte a 6 caractères : 4 au plus. Raccourcissez-le.',
    ],
    ['a number too small', z.int().min(1), 0, 'Donnez un nombre, 1 au moins.'],
    ['a number too big', z.int().max(999), 1000, 'Donnez un nombre, 999 au plus.'],
    ['a list too long', z.array(z.int()).max(1), [1, 2], 'Donnez-en 1 au plus.'],
    ['none of the choices', z.enum(['un', 'deux']), 'trois', 'Choisissez une des valeurs proposées.'],
    ['an unknown key', z.strictObject({}), { x: 1 }, '« x » n’est pas connu : retirez-le.'],
    ['a wrong format', z.string().regex(/^a$/), 'b', 'Cette valeur n’a pas la forme attendue.'],
  ])('is told in French for %s', (_, schema, value, words) => {
    expect(said(schema, value)).toEqual([words])
  })

  it('is told in the words of the schema where it has some', () => {
    expect(said(z.string().max(2, 'Deux lettres au plus.'), 'abc')).toEqual(['Deux lettres au plus.'])
  })
})
