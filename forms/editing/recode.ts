import type { Content } from '../editing-wire.ts'
import { type ConditionValue, parseCondition, printCondition } from './condition.ts'
import { type Edit, editTo, patched } from './edit.ts'
import { nameOf, objectAt } from './items.ts'
import type { Json } from './json-pointer.ts'
import { recodedChoice, recodedRow } from './recode-marks.ts'
import { mayName } from './references.ts'
import { fieldsIn, targetAt } from './targets.ts'
import { changedTexts } from './texts.ts'
import { namesIn } from './uses.ts'

/**
 * Gives a choice another code, in the conditions that compare its question with it and in what form.json counts of it
 * too; a row, in what form.json reads of it. A condition that is more than comparisons is left: the checks tell of a
 * value that is no choice.
 */
export const recode = (content: Content, pointer: string, to: string): Edit => {
  const [, owner = '', list] = /^(.*)\/(choices|rows)\/\d+$/.exec(pointer) ?? []
  const before = objectAt(content, pointer).value
  const label = `Modifier le code « ${String(before)} »`
  const after = patched(content, [{ op: 'replace', path: `${pointer}/value`, value: to }])
  if (owner === '' || nameOf(objectAt(content, owner)) === '') return editTo(label, content, after)
  const [target, fields] = [targetAt(content, owner), fieldsIn(content)]
  if (list === 'rows')
    return editTo(label, content, { ...after, info: recodedRow(after.info, target, String(before), to) })
  const definition = changedTexts(after.definition, '/definition', (text, place) => {
    const isOf = (question: string) => namesIn(`{${question}}`, place, target, fields)
    return place.kind === 'expression' && mayName(text, target) ? recoded(text, { isOf, before, to }) : text
  })
  return editTo(label, content, { definition, info: recodedChoice(after.info, target, before, to) })
}

type Recoding = { isOf: (question: string) => boolean; before: Json | undefined; to: string }

const recoded = (text: string, { isOf, before, to }: Recoding): string => {
  const condition = parseCondition(text)
  if (!condition) return text
  const isOld = (value: ConditionValue) => value === before
  const concerns = condition.clauses.some(({ question, values }) => values.some(isOld) && isOf(question))
  if (!concerns) return text
  const clauses = condition.clauses.map((clause) =>
    isOf(clause.question)
      ? { ...clause, values: clause.values.map((value) => (isOld(value) ? to : value)) }
      : clause,
  )
  return printCondition({ ...condition, clauses })
}
