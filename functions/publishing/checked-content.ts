// What stands between a draft and its publication, or its trial: the facts it left out are said, then it is checked.
import { blocks, findingsIn } from '../../forms/checking/findings-in.ts'
import { readDefinition } from '../../forms/definition.ts'
import { completeInfo } from '../../forms/editing/complete-info.ts'
import type { Content } from '../../forms/editing-wire.ts'
import { type Fault, Problem } from '../../forms/problems.ts'

type Refusal = 'not-publishable' | 'not-to-try'

/** The content as it is published under a form's id. Throws `refusal` with everything that stands in the way. */
export const checkedContent = (
  content: Content,
  form: { id: string; title: string },
  refusal: Refusal = 'not-publishable',
): Content => {
  const whole = { ...content, info: completeInfo(content, form) }
  const findings = findingsIn(whole)
  if (blocks(findings)) {
    const errors = findings.filter(({ severity }) => severity === 'error').map(atItsPage)
    throw new Problem(refusal, undefined, { errors })
  }
  assertReadable(whole, refusal)
  return whole
}

/** Sections were made of the pages: what is wrong with one is to be mended in its page. */
const atItsPage = ({ pointer, detail }: Fault): Fault => ({
  pointer: pointer.replace(/^\/info\/sections\/(\d+)\/(name|title)$/, '/definition/pages/$1/$2'),
  detail,
})

/** What answers are checked by must be able to read it, whatever the checks know to say. */
const assertReadable = ({ definition }: Content, refusal: Refusal): void => {
  try {
    readDefinition({ definition })
  } catch {
    const detail = 'Le questionnaire n’a pas une forme que la plateforme sait lire.'
    throw new Problem(refusal, undefined, { errors: [{ pointer: '/definition', detail }] })
  }
}
