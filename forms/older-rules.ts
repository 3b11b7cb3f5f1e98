// Versions of questionnaires said nothing of their rules until these stood in form.json: one set held for all, each check
// for some kinds of forms. What was published then keeps it as it stood the day that ended. It is never edited.
import * as z from 'zod'
import type { Content } from './editing-wire.ts'
import older from './older-rules.json' with { type: 'json' }

type Info = Content['info']

const Older = z.array(
  z.object({
    id: z.string(),
    kind: z.string(),
    title: z.string(),
    checks: z.array(z.object({ forms: z.array(z.string()) }).catchall(z.json())),
  }),
)

/** The rules that held for every version of a kind of form before versions said theirs; none for another kind. */
export const olderRules = (kind: string): Info[] =>
  Older.parse(older.rules)
    .map(({ checks, ...rule }) => ({
      ...rule,
      checks: checks.flatMap(({ forms, ...check }) => (forms.includes(kind) ? [check] : [])),
    }))
    .filter(({ checks }) => checks.length > 0)

/** The info of a version with the rules that hold for it: its own, or those of before. */
export const withRules = (info: Info): Info =>
  Object.hasOwn(info, 'coherence') ? info : { ...info, coherence: olderRules(String(info.kind ?? '')) }
