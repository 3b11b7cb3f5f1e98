// What checks are called, for an officer: the kind of each, and the title of a rule as long as nobody has given another.
import type { Check } from '../coherence-rules.ts'
import type { CheckKind } from './new-check.ts'
import type { OtherForm } from './other-forms.ts'
import { boundWords } from './rule-bounds.ts'
import type { RuleQuestion } from './rule-places.ts'
import { capital, placesWords, sideWords } from './rule-words.ts'

export const checkWords: Readonly<Record<CheckKind, string>> = {
  compare: 'Comparer deux nombres',
  each: 'Garder des nombres entre deux bornes',
  'school-year': 'Garder des dates dans l’année scolaire',
  'in-order': 'Mettre deux dates dans l’ordre',
  'needs-text': 'Demander un texte selon une réponse',
  'near-forecast': 'Rester proche du prévu',
}

export const titleFor = (
  check: Check,
  questions: readonly RuleQuestion[],
  others: readonly OtherForm[] = [],
): string => {
  switch (check.check) {
    case 'compare': {
      const holds = check.is === 'equal' ? 'égale' : 'ne dépasse pas'
      const [left, right] = [check.left, check.right].map((side) => sideWords(side, questions, others))
      return `${capital(left ?? '')} ${holds} ${right}`
    }
    case 'each':
      return `${capital(placesWords(check.values, questions))} : ${boundWords(check)}`
    case 'school-year':
      return 'Les dates sont dans l’année scolaire'
    case 'in-order':
      return `${placesWords([check.first], questions)} n’est pas après ${placesWords([check.last], questions)}`
    case 'needs-text':
      return `${placesWords([check.text], questions)} est rempli quand il le faut`
    case 'near-forecast':
      return 'Les réponses sont proches du prévu'
  }
}
