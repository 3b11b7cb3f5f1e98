// A check of a rule changed in the plan: its sentence follows as long as it is the one proposed, and so does the title
// of the rule with its first check.
import type { Check } from '../coherence-rules.ts'
import type { Content } from '../editing-wire.ts'
import type { Edit } from './edit.ts'
import type { OtherForm } from './other-forms.ts'
import { followed } from './rule-checks.ts'
import { type EditedRule, setCheck } from './rule-edits.ts'
import type { RuleQuestion } from './rule-places.ts'
import { titleFor } from './rule-titles.ts'

type Changed = {
  readonly rule: EditedRule
  readonly pointer: string
  readonly before: Check
  readonly after: Check
  /** « ce que compare »: the end of the label. */
  readonly what: string
}

export const changeCheck = (
  content: Content,
  { rule, pointer, before, after, what }: Changed,
  questions: readonly RuleQuestion[],
  others: readonly OtherForm[] = [],
): Edit => {
  const next = followed(before, after, questions, others)
  const edit = setCheck(content, pointer, next, `Modifier ${what} de la règle ${rule.id}`)
  const isFirst = pointer === rule.checks[0]?.pointer
  const title = titleFor(next, questions, others)
  if (!isFirst || rule.title !== titleFor(before, questions, others) || title === rule.title) return edit
  return { ...edit, patch: [...edit.patch, { op: 'replace', path: `${rule.pointer}/title`, value: title }] }
}
