// The coherence rules of a questionnaire that read one of its questions.
import type { Content } from '../../../forms/editing-wire.ts'
import { checksIn, patternsOf, rulesIn } from '../../../forms/rule-patterns.ts'

export type ConcernedRule = { readonly id: string; readonly title: string; readonly isBlocking: boolean }

/** The rules that read a question of this questionnaire, by its name. */
export const concernedRules = ({ info }: Content, name: string): ConcernedRule[] =>
  name === ''
    ? []
    : rulesIn(info)
        .filter((rule) =>
          checksIn(rule)
            .flatMap(patternsOf)
            .some(({ pattern }) => [name, `${name}-total`].includes(pattern.split('/')[1] ?? '')),
        )
        .map(({ id, title, kind }) => ({
          id: String(id),
          title: String(title),
          isBlocking: kind === 'blocking',
        }))
