// The whole check at submission (design §4): shape, the server's own values, then what SurveyJS decides.
// The only server-side file that imports survey-core.
import { FunctionFactory, Model } from 'survey-core'
import { registerFunctions } from './expression-functions.ts'
import { type Fault, pointer } from './problems.ts'
import type { Answers, FormVersion } from './schemas.ts'
import { assertNoFault, checkShape } from './shape.ts'

registerFunctions(FunctionFactory.Instance)

export const checkAnswers = (
  form: FormVersion,
  answers: Answers,
  prefilled: Answers,
): { answers: Answers; removed: string[] } => {
  const shaped = checkShape(form, answers, prefilled)
  const model = new Model(form.definition)
  model.data = structuredClone({ ...shaped.answers, ...prefilled })
  const removed = model
    .getAllQuestions()
    .filter((q) => !q.isVisible && Object.hasOwn(shaped.answers, q.name))
    .map((q) => pointer(q.name))
  const faults: Fault[] = []
  if (!model.validate(false))
    for (const q of model.getAllQuestions(true))
      for (const e of q.getAllErrors()) faults.push({ pointer: pointer(q.name), detail: e.getText() })
  assertNoFault(faults)
  model.doComplete()
  return { answers: model.data, removed }
}
