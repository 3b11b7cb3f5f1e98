// What SurveyJS's linter found, in French, under the name of one of our checks.
import type { ILintFinding } from 'survey-linter/linter'
import type { CheckName } from './catalogue.ts'
import { catalogue } from './catalogue.ts'
import type { Called } from './question-words.ts'

type Words = { readonly check: CheckName; readonly detail: string }

/** The linter's rules that we follow, each under the name of a check. */
export const checkByRule: Readonly<Record<string, CheckName>> = {
  'expression/syntax': 'expression-syntax',
  'reference/unknown': 'missing-reference',
  'property/unknown': 'unknown-property',
  'property/invalid-value': 'invalid-value',
  'expression/unknown-choice': 'unknown-choice',
  'expression/type-mismatch': 'compared-types',
  'expression/contradiction': 'never-true',
  'expression/meaningless-condition': 'always-true',
  'validator/dead': 'dead-validator',
  'value/not-a-choice': 'impossible-default',
  'element/count-contradiction': 'impossible-count',
  'element/never-visible': 'never-true',
}

/** What names it is `naming`: « La condition de « Votre projet » ». */
type Around = { readonly called: Called; readonly naming: string }

/** Said of a name that is nobody's, by what names it. */
export const lostWords = (naming: string, name: string): string =>
  `${naming} parle d’une question qui n’existe pas ou plus : « ${name} ».`

export const linterWords = (found: ILintFinding, around: Around): Words => {
  const check = checkByRule[found.ruleId] ?? 'invalid-value'
  return { check, detail: detailOf(check, found, around) }
}

const detailOf = (
  check: CheckName,
  { messageData: data, suggestion, reason, hint }: ILintFinding,
  { called, naming }: Around,
): string => {
  const near = suggestion ? ` Vouliez-vous dire « ${called(suggestion)} » ?` : ''
  switch (check) {
    case 'expression-syntax':
      if (typeof data.at !== 'number') return catalogue[check].says
      return `Cette formule ne se lit pas, à partir du caractère ${data.at + 1} : vérifiez accolades, guillemets et parenthèses.`
    case 'missing-reference':
      if (reason === 'keyNameNotFound')
        return `« ${said(data.key)} » n’est pas une colonne de cette liste.${near}`
      if (hint?.reason === 'matrixColumn' || hint?.reason === 'panelQuestion')
        return `« ${called(data.name)} » est dans cette liste : écrivez « {${said(suggestion ?? data.name)}} ».`
      return data.refKind === 'textPiping'
        ? `${naming} reprend la réponse à une question qui n’existe pas ou plus : « ${said(data.name)} ».${near}`
        : `${lostWords(naming, said(data.name))}${near}`
    case 'unknown-property':
      return `« ${said(data.key)} » n’est pas une propriété connue : elle ne fait rien.${near}`
    case 'unknown-choice':
      return `« ${listed(data.values)} » n’est pas une réponse possible à « ${called(data.name)} ».${near}`
    case 'impossible-default':
      return `« ${listed(data.values)} » n’est pas une réponse possible à « ${called(data.name)} ».`
    case 'invalid-value':
      return `« ${said(data.key)} » n’accepte pas la valeur « ${said(data.value)} ».${near}`
    case 'always-true':
      return reason === 'notABoolean'
        ? 'Cette formule donne un nombre : une condition est vraie ou fausse.'
        : catalogue[check].says
    case 'dead-validator':
      return reason === 'minAboveMax'
        ? 'Le minimum de ce contrôle dépasse son maximum.'
        : catalogue[check].says
    default:
      return catalogue[check].says
  }
}

const said = (value: unknown): string => String(value ?? '').slice(0, 80)
const listed = (values: unknown): string =>
  Array.isArray(values) ? values.slice(0, 3).map(said).join(' », « ') : said(values)
