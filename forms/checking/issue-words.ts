// What a zod schema found, in plain French: zod's own sentences are English, and made for programmers.
import type * as z from 'zod'
import { type Fault, pointer } from '../problems.ts'

type Issue = z.core.$ZodIssue

/** The faults of an issue, with pointers under a prefix; of a union, what its first alternative found is left out. */
export const faultOf = (issue: Issue, ...prefix: readonly (string | number)[]): Fault => ({
  pointer: pointer(...prefix, ...issue.path),
  detail: wordsOf(issue),
})

const NO_SHAPE = 'Cette valeur n’a pas la forme attendue.'

const kinds: Readonly<Record<string, string>> = {
  string: 'un texte',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: 'vrai ou faux',
  array: 'une liste',
  object: 'un objet',
  record: 'un objet',
}

const wordsOf = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && /undefined/.test(issue.message)
        ? `Il manque ici ${kinds[issue.expected] ?? 'une valeur'}.`
        : `Ici se met ${kinds[issue.expected] ?? 'une autre valeur'}.`
    case 'invalid_value':
      return `Ici se met ${issue.values.map((value) => `« ${String(value)} »`).join(' ou ')}.`
    case 'invalid_union':
      return issue.errors.flat().every(({ message }) => /received undefined/.test(message))
        ? 'Il manque ici une valeur.'
        : NO_SHAPE
    case 'too_small':
      if (issue.origin === 'string') return 'Ce texte est vide : écrivez-le, ou retirez-le.'
      return issue.origin === 'array' || issue.origin === 'set'
        ? `Il en faut au moins ${issue.minimum}.`
        : `Cette valeur est trop petite : ${issue.minimum} au moins.`
    case 'too_big':
      return issue.origin === 'string'
        ? `Ce texte est trop long : ${issue.maximum} caractères au plus.`
        : `Cette valeur est trop grande : ${issue.maximum} au plus.`
    case 'unrecognized_keys':
      return `« ${issue.keys.join(' », « ')} » n’a pas de sens ici : retirez-le.`
    case 'custom':
      return issue.message
    case 'invalid_format':
      // Where the schema has no words of its own, zod's are English.
      return issue.message.startsWith('Invalid') ? NO_SHAPE : issue.message
    default:
      return NO_SHAPE
  }
}
