// What a schema without words of its own says of what it refuses, in plain French: zod's own sentences are English.
import type * as z from 'zod'

const kinds: Readonly<Record<string, string>> = {
  string: 'un texte',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: 'oui ou non',
  array: 'une liste',
}

const lengthOf = (input: unknown): number => (typeof input === 'string' ? input.trim().length : 0)

const number = (value: number | bigint): string => value.toLocaleString('fr-FR')

const wordsOf = (issue: z.core.$ZodRawIssue): string => {
  switch (issue.code) {
    case 'invalid_type': {
      const kind = kinds[issue.expected] ?? 'une autre valeur'
      return issue.input === undefined
        ? `Il manque ${kinds[issue.expected] ?? 'une valeur'}.`
        : `Donnez ${kind}.`
    }
    case 'invalid_value':
      return 'Choisissez une des valeurs proposées.'
    case 'too_small':
      if (issue.origin === 'string')
        return lengthOf(issue.input) === 0
          ? 'Il manque un texte.'
          : `Écrivez au moins ${number(issue.minimum)} caractères.`
      return issue.origin === 'array'
        ? `Donnez-en au moins ${number(issue.minimum)}.`
        : `Donnez un nombre, ${number(issue.minimum)} au moins.`
    case 'too_big':
      if (issue.origin === 'string')
        return `Ce texte a ${number(lengthOf(issue.input))} caractères : ${number(issue.maximum)} au plus. Raccourcissez-le.`
      return issue.origin === 'array'
        ? `Donnez-en ${number(issue.maximum)} au plus.`
        : `Donnez un nombre, ${number(issue.maximum)} au plus.`
    case 'unrecognized_keys':
      return `« ${issue.keys.join(' », « ')} » n’est pas connu : retirez-le.`
    default:
      return 'Cette valeur n’a pas la forme attendue.'
  }
}

/** To parse with: a schema's own words come first, these are for those that have none. */
export const FRENCH: z.core.ParseContext<z.core.$ZodIssue> = { error: wordsOf }
