// The whole check of answers at submission (design §4). The only server-side file that imports survey-core, and
// of it only what evaluates expressions and validators: filling a whole model costs forty times as much, and the
// full model keeps us honest in test/forms/differential.test.ts.
import {
  AnswerCountValidator,
  ConditionRunner,
  EmailValidator,
  ExpressionRunner,
  FunctionFactory,
  NumericValidator,
  RegexValidator,
  type SurveyValidator,
  TextValidator,
} from 'survey-core'
import * as z from 'zod'
import { readDefinition, type Validator } from './definition.ts'
import { registerFunctions } from './expression-functions.ts'
import type { Expressions, Scope } from './expressions.ts'
import { faultsIn } from './faults.ts'
import type { FormVersion } from './nouns/form.ts'
import type { Answers } from './nouns/scalars.ts'
import { type Fault, pointer } from './problems.ts'
import { type Settled, settle } from './settle.ts'
import { assertNoFault, checkShape } from './shape.ts'
import { type Claim, type Item, isItem, type Json, sameJson } from './shape-walk.ts'

registerFunctions(FunctionFactory.Instance)

/** What counts of answers, and the pointers of those that were removed because the form does not show them. */
export type Checked = { answers: Answers; removed: string[] }

/**
 * Checks answers that are to count: shape, the server's own values, what is shown, what is required, validators and
 * computed values. `answers` is left as it is. Throws Problem `too-large`, or `invalid-answers` with every fault
 * found, pointers relative to the answers.
 */
export const checkAnswers = (form: FormVersion, answers: Answers, prefilled: Answers): Checked => {
  const shaped = checkShape(form, answers, prefilled)
  const settled = settle(readDefinition(form), { ...shaped.answers, ...ownOf(form, prefilled) }, expressions)
  assertNoFault([
    ...faultsIn(settled.root, expressions),
    ...shaped.claims.flatMap((claim) => forged(claim, settled)),
  ])
  return { answers: settled.answers, removed: settled.removed.filter((at) => !isServers(at, prefilled)) }
}

/** The server's values for questions that this version has. */
const ownOf = (form: FormVersion, prefilled: Answers): Item => {
  const names = new Set(readDefinition(form).questions.map(({ name }) => name))
  return Object.fromEntries(Object.entries(prefilled).filter(([name]) => names.has(name)))
}

const isServers = (at: string, prefilled: Answers): boolean =>
  Object.keys(prefilled).some((name) => pointer(name) === at)

/** A fault when a computed value was sent that is not what we compute; of what is hidden nothing is said. */
const forged = ({ path, title, value }: Claim, { answers, removed }: Settled): Fault[] => {
  const at = pointer(...path)
  const isHidden = removed.some((gone) => at === gone || at.startsWith(`${gone}/`))
  const ours = path.reduce<Json | undefined>(inside, answers)
  if (isHidden || ours === undefined || sameJson(value, ours)) return []
  return [{ pointer: at, detail: `« ${title} » : cette valeur est calculée, elle ne se change pas.` }]
}

const inside = (value: Json | undefined, key: string | number): Json | undefined => {
  if (Array.isArray(value)) return value[Number(key)]
  return isItem(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** A value computed once for each key. */
const remembered = <K, V>(make: (key: K) => V): ((key: K) => V) => {
  const known = new Map<K, V>()
  return (key) => {
    const value = known.get(key) ?? make(key)
    known.set(key, value)
    return value
  }
}

const conditionOf = remembered((expression: string) => new ConditionRunner(expression))
const runnerOf = remembered((expression: string) => new ExpressionRunner(expression))
const Computed = z.json().catch(null)

/** What an expression yields that can be stored; an infinite or impossible number is none. */
const stored = (value: unknown): Json | undefined => {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value === 'number' && !Number.isFinite(value)) return undefined
  return Computed.parse(value) ?? undefined
}

const validatorOf = remembered(({ type, ...config }: Validator): SurveyValidator => {
  const set = <V extends SurveyValidator>(validator: V, values: Partial<V>): V =>
    Object.assign(validator, values)
  const { minValue, maxValue, minLength, maxLength, allowDigits } = config
  switch (type) {
    case 'numeric':
      return new NumericValidator(minValue, maxValue)
    case 'text':
      return set(new TextValidator(), { minLength, maxLength, allowDigits })
    case 'regex':
      return set(new RegexValidator(config.regex), { caseInsensitive: config.caseInsensitive })
    case 'answercount':
      return new AnswerCountValidator(config.minCount, config.maxCount)
    default:
      return new EmailValidator()
  }
})

const email = new EmailValidator()

const expressions: Expressions = {
  holds: (expression, scope) => conditionOf(expression).runValues(scope),
  valueOf: (expression, scope) => stored(runnerOf(expression).runValues(scope)),
  refuses: (validator: Validator, value, scope: Scope) => {
    if (validator.type === 'expression')
      return validator.expression ? !conditionOf(validator.expression).runValues(scope) : false
    return Boolean(validatorOf(validator).validate(value)?.error)
  },
  isEmail: (text) => !email.validate(text),
}
