import { isCommune } from './identifiers.ts'
import type { FormInfo, FormVersion } from './nouns/form.ts'

type Definition = FormVersion['definition']
type Json = Definition[string]
export type Commune = { code: string; nom: string }

const byName = new Intl.Collator('fr')

/**
 * The definition to publish: survey.json whose questions named in `info.communes` have as choices the
 * communes of their départements, in French order. Throws when such a question is missing or a list is empty.
 */
export const publishable = (
  survey: Definition,
  info: Pick<FormInfo, 'communes'>,
  communesOf: (departement: string) => readonly Commune[],
): Definition =>
  Object.entries(info.communes).reduce((definition, [question, departements]) => {
    const choices = choicesOf(departements.flatMap(communesOf))
    if (choices.length === 0) throw new Error(`form.json: no commune for « ${question} »`)
    const filled = withChoices(definition, question, choices)
    if (filled === definition) throw new Error(`survey.json: no question « ${question} » for its communes`)
    return filled
  }, survey)

const choicesOf = (communes: readonly Commune[]): Json[] =>
  communes
    .filter((commune, i) => communes.findIndex(({ code }) => code === commune.code) === i)
    .filter(({ code }) => isCommune(code))
    .sort((a, b) => byName.compare(a.nom, b.nom))
    .map(({ code, nom }) => ({ value: code, text: nom }))

/** The element with the choices in the question of that name, wherever pages and panels nest it. */
const withChoices = <E extends Definition>(element: E, question: string, choices: Json[]): E => {
  if (element.name === question && typeof element.type === 'string') return { ...element, choices }
  for (const key of ['pages', 'elements']) {
    const children = element[key]
    if (!Array.isArray(children)) continue
    const filled = children.map((child) => (isElement(child) ? withChoices(child, question, choices) : child))
    if (filled.some((child, i) => child !== children[i])) return { ...element, [key]: filled }
  }
  return element
}

const isElement = (value: Json): value is Definition =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
