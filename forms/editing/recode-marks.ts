// What form.json says of a choice or of a row by its code: it follows another code.
import { isObject, type Json, type JsonObject, keysOfPointer, pointerOf } from './json-pointer.ts'
import { changedPattern } from './patterns.ts'
import type { Target } from './references.ts'

/** The marks of form.json that count or add up answers. */
const MARKS = ['compared', 'funding', 'results', 'coherence']

/** `info` where what counts a choice of a question, `{ count, is }`, counts it by its new code. */
export const recodedChoice = (
  info: JsonObject,
  target: Target,
  before: Json | undefined,
  to: string,
): JsonObject =>
  inMarks(info, (operand) =>
    operand.is === before &&
    typeof operand.count === 'string' &&
    changedPattern(operand.count, { target, to: undefined }) === undefined
      ? { ...operand, is: to }
      : operand,
  )

/** `info` where what reads a row of a table, `/charges/c64/montant`, reads it by its new code. */
export const recodedRow = (info: JsonObject, { name }: Target, before: string, to: string): JsonObject => {
  const recoded = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(recoded)
    if (typeof value !== 'string' || !value.startsWith('/')) return value
    const [root, row, ...rest] = keysOfPointer(value)
    return root === name && row === before ? pointerOf([name, to, ...rest]) : value
  }
  return inMarks(info, (object) =>
    Object.fromEntries(Object.entries(object).map(([key, value]) => [key, recoded(value)])),
  )
}

/** Every object in the marks, but the operands that read another form's answers. */
const inMarks = (info: JsonObject, changed: (object: JsonObject) => JsonObject): JsonObject => {
  const visit = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(visit)
    if (!isObject(value) || value.form !== undefined) return value
    return changed(Object.fromEntries(Object.entries(value).map(([key, own]) => [key, visit(own)])))
  }
  return Object.fromEntries(
    Object.entries(info).map(([key, value]) => [key, MARKS.includes(key) ? visit(value) : value]),
  )
}
