// The reference that keeps forms/answers.ts honest: a whole survey-core model, filled, completed and validated.
import { FunctionFactory, Model } from 'survey-core'
import { registerFunctions } from '../../forms/expression-functions.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'

registerFunctions(FunctionFactory.Instance)

const modelOf = (definition: FormVersion['definition'], answers: Answers): Model => {
  const model = new Model(definition)
  model.data = structuredClone(answers)
  // Tables build their rows, and panels themselves, with their conditions, when they are first looked at.
  for (const question of model.getAllQuestions())
    for (const parts of ['visibleRows', 'panels']) Reflect.get(question, parts)
  return model
}

/** What remains once a model has removed what it does not show, over and over until nothing changes. */
export const shownOf = (definition: FormVersion['definition'], answers: Answers): Answers => {
  let before = answers
  for (let round = 0; round < 5; round += 1) {
    const model = modelOf(definition, before)
    model.doComplete()
    const after: Answers = model.data
    if (JSON.stringify(after) === JSON.stringify(before)) return after
    before = after
  }
  return before
}

/** The names of the questions that a model refuses in answers to what it shows (`shownOf`), in order. */
export const refusedBy = (definition: FormVersion['definition'], shown: Answers): string[] => {
  const model = modelOf(definition, shown)
  model.validate(true, false)
  return model
    .getAllQuestions()
    .filter(
      (question) => question.isVisible && question.getAllErrors().some((e) => e.notificationType === 'error'),
    )
    .map(({ name }) => name)
}
