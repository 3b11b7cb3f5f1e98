// Questions that people point at: a request for correction, a message.
import { readDefinition } from './definition.ts'
import type { FormVersion } from './nouns/form.ts'
import { Problem, pointer } from './problems.ts'

type Form = Pick<FormVersion, 'definition'>

/** The title of the question a pointer leads to, by its first step; undefined when the form has none such. */
export const titleOf = (form: Form, asked: string): string | undefined =>
  readDefinition(form).questions.find(({ name }) => name === nameIn(asked))?.title

/** The titles of these questions; those that the form does not have are left out. */
export const titlesOf = (form: Form, asked: readonly string[]): string[] =>
  asked.flatMap((each) => titleOf(form, each) ?? [])

/** Throws `invalid-request` when the form has not all of these questions; `at` leads to one of them in the request. */
export const assertQuestions = (
  form: Form,
  asked: readonly string[],
  at: (index: number) => string = (index) => pointer('questions', index),
): void => {
  const errors = asked.flatMap((each, i) =>
    titleOf(form, each) === undefined
      ? [{ pointer: at(i), detail: 'Cette question n’est pas dans le questionnaire.' }]
      : [],
  )
  if (errors.length > 0) throw new Problem('invalid-request', undefined, { errors })
}

const nameIn = (asked: string): string =>
  (asked.split('/')[1] ?? '').replaceAll('~1', '/').replaceAll('~0', '~')
