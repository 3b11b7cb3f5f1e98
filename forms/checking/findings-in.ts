// What stands in the way of publishing a questionnaire, and what could be better in it (design §4). The same checks
// run while it is edited (shown) and at publication (enforced).
import type { Content, Finding } from '../editing-wire.ts'
import { FormInfo } from '../schemas.ts'
import { unsupported } from '../unsupported.ts'
import { faultOf } from './issue-words.ts'

/** Everything the checks find in a content, in the order of the document. Never throws, whatever was typed. */
export const findingsIn = ({ definition, info }: Content): Finding[] => {
  const parsed = FormInfo.safeParse(info)
  return [
    ...unsupported(definition).map(({ pointer, detail }) =>
      blocking('unsupported', { pointer: `/definition${pointer}`, detail }),
    ),
    ...(parsed.error?.issues ?? []).map((issue) => blocking('info', faultOf(issue, 'info'))),
  ]
}

/** Whether what was found stands in the way of publishing. */
export const blocks = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === 'error')

const blocking = (check: string, fault: { pointer: string; detail: string }): Finding => ({
  check,
  severity: 'error',
  ...fault,
})
