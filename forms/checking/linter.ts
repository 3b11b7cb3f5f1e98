// SurveyJS's own linter (survey-core 3.1's, the model we fill with being 3.0): formulas, the names in them, and
// conditions that cannot do what they say. Its sentences are English, so we say them again (linter-words.ts).
import { FunctionFactory, Serializer } from 'survey-linter'
import { getRules, type ILintFinding, lintSurvey } from 'survey-linter/linter'
import { registerProperties } from '../custom-properties.ts'
import { knownNames } from '../editing/known-names.ts'
import { type Fields, names } from '../editing/references.ts'
import { fieldsIn } from '../editing/targets.ts'
import type { Finding } from '../editing-wire.ts'
import { registerFunctions } from '../expression-functions.ts'
import { checkByRule, linterWords, lostWords } from './linter-words.ts'
import { namesIn } from './loops.ts'
import { leadsSomewhere, type Places, placesOf } from './places.ts'
import { type Called, calledIn, namingAt } from './question-words.ts'
import {
  everything,
  isNode,
  type Json,
  type Node,
  nodes,
  type Path,
  type Reading,
  removing,
  setting,
  type Told,
  textIn,
} from './reading.ts'

registerProperties(Serializer)
registerFunctions(FunctionFactory.Instance)

/** Those we have words for; others of our checks follow the rest more closely, or it is not supported at all. */
const rules = Object.fromEntries(
  getRules()
    .filter(({ id }) => !Object.hasOwn(checkByRule, id))
    .map(({ id }) => [id, 'off' as const]),
)

export const linterIn = (reading: Reading): Told[] => {
  const known = { reading, places: placesOf(reading), fields: fieldsIn(reading.content) }
  const lost = lostIn(reading)
  // It looks for the nearest of all names to each: past so many that takes seconds, and they are to be mended first.
  if (lost.length * reading.spots.length > MOST_LOOKED_UP) return lost
  const found = linted(lightened(reading.content.definition))
  if (!found) return [{ check: 'unreadable', path: ['definition'] }]
  const called = calledIn(reading)
  return found
    .filter((found) => !isTaken(found, known))
    .map((found): Told => {
      const path = placeOf(found.path, reading.content.definition)
      const { check, detail } = linterWords(found, { called, naming: namingAt(path, reading) })
      return {
        check,
        path,
        ...(found.elementName ? { question: found.elementName } : {}),
        detail,
        fix: fixOf(found, path, called),
      }
    })
}

/** What the linter finds; undefined when it stumbles over values of the wrong shape. */
const linted = (definition: Node): ILintFinding[] | undefined => {
  try {
    return lintSurvey(definition, { rules }).findings
  } catch {
    return undefined
  }
}

const MOST_LOOKED_UP = 60_000
/** Every name in braces that is nobody's, without a guess at the one meant. */
const lostIn = (reading: Reading): Told[] => {
  const { content, spots, pages } = reading
  const calculated = nodes(content.definition.calculatedValues, []).map(({ json }) => textIn(json.name))
  const isKnown = knownNames([...[...spots, ...pages].map(({ name }) => name), ...calculated])
  return [...everything(content.definition, ['definition'])].flatMap(({ json, path }): Told[] =>
    typeof json === 'string' && json.includes('{')
      ? namesIn(json)
          .filter((name) => !isKnown(name))
          .map((name) => ({
            check: 'missing-reference',
            path,
            detail: lostWords(namingAt(path, reading), name.slice(0, 80)),
          }))
      : [],
  )
}

/** More choices than this are cut off before linting, which compares each with each. */
const MOST_CHOICES = 100

/** The definition without long lists, and `locale`, of which the linter knows those alone that were loaded. */
const lightened = ({ locale: _, ...definition }: Node): Node => {
  const light = (json: Json, key: string): Json => {
    if (Array.isArray(json))
      return (key === 'choices' ? json.slice(0, MOST_CHOICES) : json).map((item) => light(item, ''))
    if (!isNode(json)) return json
    return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, light(value, name)]))
  }
  return Object.fromEntries(Object.entries(definition).map(([name, value]) => [name, light(value, name)]))
}

/**
 * What the linter says of things that are right: the columns named in the condition of a `…InArray` function, the totals
 * of a table; and of choices that it was not given.
 */
const isTaken = (
  { ruleId, messageData }: ILintFinding,
  { reading: { spots }, places, fields }: { reading: Reading; places: Places; fields: Fields },
): boolean => {
  const name = String(messageData.name)
  if (ruleId === 'reference/unknown') {
    if (/-total\b/.test(name)) return leadsSomewhere(`/${name.replaceAll('.', '/')}`, places)
    const expression = String(messageData.expression ?? '')
    const lists = [...expression.matchAll(/InArray\s*\(\s*\{#?([^{}]*)\}/gi)]
    const isField = lists.some(([, list = '']) =>
      fields.get(list.split('.').at(-1)?.toLowerCase() ?? '')?.has(name.toLowerCase()),
    )
    // A field of the list that a function goes through is named in that function alone.
    return isField && !names(expression, { name }, { ...IN_WHOLE, fields })
  }
  return (
    (ruleId === 'expression/unknown-choice' || ruleId === 'value/not-a-choice') &&
    spots.some((spot) => spot.name === name && isLongOrFilled(spot.json.choices))
  )
}

const IN_WHOLE = { pointer: '/definition', isExpression: true }

const isLongOrFilled = (choices: Json | undefined): boolean =>
  !Array.isArray(choices) || choices.length === 0 || choices.length > MOST_CHOICES

/** `pages[0].elements[2].visibleIf` as a place in the content; as far as it exists there, since names may hold dots. */
const placeOf = (lintPath: string, definition: Node): Path => {
  const path: (string | number)[] = []
  let at: Json | undefined = definition
  for (const [, index, name = ''] of lintPath.matchAll(/\[(\d+)\]|([^.[\]]+)/g)) {
    const part = index === undefined ? name : Number(index)
    if (Array.isArray(at) && typeof part === 'number') at = at[part]
    else if (isNode(at) && typeof part === 'string' && Object.hasOwn(at, part)) at = at[part]
    else break
    path.push(part)
  }
  return ['definition', ...path]
}

/** The linter's own mend when it sets or takes out just what was found; else a condition that cannot hold may go. */
const fixOf = (
  { ruleId, fix, path: at, suggestion }: ILintFinding,
  path: Path,
  called: Called,
): Finding['fix'] => {
  const [edit, ...more] = fix?.edits ?? []
  const isHere = edit !== undefined && edit.path === at && more.length === 0
  if (isHere && edit.op === 'set' && typeof edit.value === 'string')
    return setting(path, edit.value, suggestion ? `Mettre « ${called(suggestion)} »` : 'Corriger')
  if (isHere && edit.op === 'remove') return removing(path, 'Retirer cette propriété')
  return /If$/.test(String(path.at(-1))) && ruleId !== 'expression/unknown-choice'
    ? removing(path, 'Retirer cette condition')
    : undefined
}
