// Sections filled by several roles are each confirmed before transmission: by somebody who fills them, or by whoever
// transmits when their own roles cover them. What one may not fill, one may not send otherwise than it was saved.
import { can } from './access.ts'
import { confirmationOf, needsConfirmation } from './confirmed.ts'
import type { FormVersion, SectionInfo } from './nouns/form.ts'
import type { Actor } from './nouns/people.ts'
import type { Response } from './nouns/response.ts'
import type { Answers } from './nouns/scalars.ts'
import type { Confirmation, Section, Submission } from './nouns/submission.ts'
import { holdersOf, partnerRoleWords } from './people.ts'
import { prefilledOf } from './prefilled.ts'
import { type Fault, Problem, pointer } from './problems.ts'
import { checkShape, sectionKeys } from './shape.ts'
import { sameJson } from './shape-walk.ts'
import { workingAnswers } from './working-answers.ts'

type Dossier = Response & { readonly sections: Readonly<Record<string, Section>> }
type Info = FormVersion['info']

/** The sections that an actor's roles do not cover. */
export const othersSections = (info: Info, response: Response, actor: Actor): SectionInfo[] =>
  info.sections.filter((section) => !can(actor, 'response:save', { ...response, section }))

type Team = readonly {
  readonly email: string
  readonly name?: string | undefined
  readonly roles: readonly string[]
}[]

/**
 * Who stands by each section of what `actor` transmits at `at`; undefined where no form asks for it. Throws
 * `not-confirmed` with the sections that nobody stands by, and who can: `team` is asked for then only.
 */
export const confirmationsFor = async (
  info: Info,
  dossier: Dossier,
  { actor, at, team }: { actor: Actor; at: string; team: () => Promise<Team> },
): Promise<Record<string, Confirmation> | undefined> => {
  if (!needsConfirmation(info)) return undefined
  const others = new Set(othersSections(info, dossier, actor))
  const missing = info.sections.filter(
    (section) => others.has(section) && !confirmationOf(dossier.sections[section.name]),
  )
  if (missing.length > 0) throw notConfirmed(missing, await team())
  return Object.fromEntries(
    info.sections.flatMap((section) => {
      const kept = dossier.sections[section.name]
      const own = { by: actor.name, at, revision: kept?.revision ?? 0 }
      const confirmation = others.has(section) ? confirmationOf(kept) : own
      return confirmation ? [[section.name, confirmation]] : []
    }),
  )
}

const notConfirmed = (sections: readonly SectionInfo[], team: Team): Problem => {
  const errors: Fault[] = sections.map(({ name, title, role }) => {
    const people = holdersOf(team, role)
    const who = people.length > 0 ? people.join(', ') : 'personne pour le moment : donnez ce rôle à quelqu’un'
    return {
      pointer: pointer('sections', name),
      detail: `« ${title} » attend sa confirmation. Rôle « ${partnerRoleWords[role].name} » : ${who}.`,
    }
  })
  return new Problem('not-confirmed', undefined, {
    errors,
    extra: { sections: sections.map(({ name, role }) => ({ name, role, people: holdersOf(team, role) })) },
  })
}

/**
 * The answers to check: as sent for the sections that the actor fills, as saved for the others, which the actor has
 * reviewed but may not change. Throws `invalid-answers` when the others were sent with other values.
 */
export const withOthersAsSaved = (
  form: FormVersion,
  dossier: Dossier,
  { sent, submission, actor }: { sent: Answers; submission: Submission | undefined; actor: Actor },
): Answers => {
  const others = othersSections(form.info, dossier, actor)
  if (others.length === 0) return sent
  const questions = sectionKeys(form)
  const keys = others.flatMap(({ name }) => questions[name] ?? [])
  const theirs = Object.fromEntries(others.map(({ name }) => [name, questions[name] ?? []]))
  const prefilled = prefilledOf(form.info, dossier)
  // Both without computed and empty values, so that only what somebody typed is compared.
  const shaped = (answers: Answers) => checkShape(form, answers, prefilled).answers
  const saved = shaped(workingAnswers(dossier.sections, submission, theirs))
  const told = shaped(sent)
  const errors = keys
    .filter((key) => Object.hasOwn(told, key) && !sameJson(told[key], saved[key]))
    .map((key) => ({
      pointer: pointer(key),
      detail:
        'Vos rôles ne permettent pas de remplir cette partie : transmettez cette réponse telle qu’elle est enregistrée.',
    }))
  if (errors.length > 0) throw new Problem('invalid-answers', undefined, { errors })
  const own = Object.entries(sent).filter(([key]) => !keys.includes(key))
  return { ...Object.fromEntries(own), ...saved }
}
