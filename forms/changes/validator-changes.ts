// The controls of a question: what comes, goes and changes.
import { isObject, type Json, type JsonObject } from '../editing/json-pointer.ts'
import type { Change } from '../publishing-wire.ts'
import { type Differing, placed } from './differing.ts'
import { textOf } from './outline.ts'
import { isSame } from './same.ts'
import { quoted } from './subject.ts'

const TYPES: ReadonlyMap<string, string> = new Map([
  ['expression', 'par condition'],
  ['numeric', 'de nombre'],
  ['text', 'de longueur'],
  ['regex', 'de forme'],
  ['email', 'd’adresse électronique'],
  ['answercount', 'du nombre de choix'],
])

/** The changes of a list of controls; none when it is something else. */
export const validatorChanges = (differing: Differing): Change[] => {
  const [before, after] = [listOf(differing.before), listOf(differing.after)]
  if (!before || !after) return []
  const { subject } = differing
  const gone = before.filter((one) => !after.some((other) => isSame(one, other)))
  const fresh = after.filter((one) => !before.some((other) => isSame(one, other)))
  const say = (what: string, words: string, effect: Change['effect']) =>
    placed(differing, { kind: `validator-${what}`, words: `Le contrôle ${words}.`, effect })
  const changes: Change[] = []
  for (const is of fresh) {
    const at = gone.findIndex((was) => was.type === is.type)
    const [was] = at < 0 ? [] : gone.splice(at, 1)
    if (!was) changes.push(say('added', `${named(is)} ${subject.of} apparaît`, 'answers'))
    else if (isSame(ruleOf(was), ruleOf(is)))
      changes.push(
        say('text', `${named(is)} ${subject.of} change de message : ${quoted(textOf(is.text))}`, 'none'),
      )
    else changes.push(say('changed', `${named(is)} ${subject.of} change`, 'answers'))
  }
  return [...changes, ...gone.map((was) => say('removed', `${named(was)} ${subject.of} disparaît`, 'none'))]
}

const listOf = (json: Json | undefined): JsonObject[] | undefined => {
  if (json === undefined) return []
  return Array.isArray(json) && json.every(isObject) ? json.filter(isObject) : undefined
}

/** All of a control but what it says. */
const ruleOf = ({ text: _, ...rule }: JsonObject): JsonObject => rule

const named = ({ type, text, expression, regex }: JsonObject): string => {
  const said = textOf(text) || textOf(expression) || textOf(regex)
  return [TYPES.get(textOf(type)) ?? quoted(textOf(type)), said ? quoted(said) : ''].filter(Boolean).join(' ')
}
