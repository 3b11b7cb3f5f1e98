// What changes from one content of a questionnaire to another, as a concepteur would tell it. Nothing that differs is left
// out: what has no words of its own is told as a property that changes, and there is no change exactly when the contents
// are equal, whatever the order of their keys.
import { conditionText } from '../condition-text.ts'
import { readDefinition } from '../definition.ts'
import type { Content } from '../editing-wire.ts'
import type { Change } from '../publishing-wire.ts'
import { infoChanges } from './info-changes.ts'
import { outlineOf, type Part } from './outline.ts'
import { partChanges } from './part-changes.ts'
import { propertyChanges } from './property-changes.ts'
import { isSame } from './same.ts'
import { survey } from './subject.ts'

/** The changes from one content to another, in the order of the later one. Never throws, whatever was typed. */
export const changesBetween = (from: Content, to: Content): Change[] => {
  if (isSame(from, to)) return []
  const [before, after] = [outlineOf(from.definition), outlineOf(to.definition)]
  const condition = conditionsOf(to.definition)
  const changes = [
    ...propertyChanges(survey, { before: before.own, after: after.own }, condition),
    ...partChanges({ before: before.parts, after: after.parts }, condition),
    ...infoChanges(
      { before: from.info, after: to.info },
      {
        pagesChange: !isSame(from.definition.pages, to.definition.pages),
        titles: new Map([...titlesOf(before.parts), ...titlesOf(after.parts)]),
      },
    ),
  ]
  return changes.length > 0 ? changes : [unsaid]
}

const titlesOf = (parts: readonly Part[]): [name: string, title: string][] =>
  parts.flatMap(({ name, title, inner }) => [[name, title], ...titlesOf(inner)])

const unsaid: Change = {
  kind: 'structure',
  pointer: '/definition',
  words: 'La façon d’écrire le questionnaire change, sans rien changer à ce qu’il demande.',
  effect: 'none',
}

/** Conditions in words where the questions they read are known, as they are written otherwise. */
const conditionsOf = (definition: Content['definition']): ((expression: string) => string) => {
  const questions = new Map(questionsOf(definition).map((question) => [question.name, question]))
  return (expression) => {
    const words = conditionText(expression, questions)
    return words.startsWith('si ') ? words : `si « ${expression} »`
  }
}

const questionsOf = (definition: Content['definition']) => {
  try {
    return readDefinition({ definition }).questions
  } catch {
    // A draft may hold what cannot be read yet.
    return []
  }
}
