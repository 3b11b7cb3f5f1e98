// The coherence rules of the platform that read a question. They are kept beside the forms, not in them.
import coherence from '../../../forms/coherence.json' with { type: 'json' }
import type { Content } from '../../../forms/editing-wire.ts'

export type ConcernedRule = { readonly id: string; readonly title: string; readonly isBlocking: boolean }

/** The rules that read a question of this questionnaire, by its name. */
export const concernedRules = ({ info }: Content, name: string): ConcernedRule[] => {
  const form = kindOf(info)
  if (name === '' || form === undefined) return []
  return coherence.rules
    .filter(({ checks }) =>
      checks.some((check) => check.forms.includes(form) && names(JSON.stringify(check), name)),
    )
    .map(({ id, title, kind }) => ({ id, title, isBlocking: kind === 'blocking' }))
}

/** The definition a questionnaire comes from: what rules and other questionnaires call it. */
const kindOf = (info: Content['info']): string | undefined => {
  const kind = info.kind ?? info.id
  return typeof kind === 'string' ? kind : undefined
}

const names = (check: string, name: string): boolean =>
  check.includes(`"/${name}"`) || check.includes(`"/${name}/`) || check.includes(`"/${name}-total`)
