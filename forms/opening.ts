// What the Caf's validation of a response brings about, read from its answers as form.json says (`onValidation`): an
// organisation with its people's accesses, a project with the years of its convention. Pure; the same answers always
// open the same things.
import * as z from 'zod'
import { Identity } from './identity.ts'
import type { FormInfo } from './nouns/form.ts'
import { PartnerRole } from './nouns/people.ts'
import type { Response } from './nouns/response.ts'
import type { Answers } from './nouns/scalars.ts'
import { Problem } from './problems.ts'

export type Opening = {
  readonly organisation?: {
    readonly name: string
    readonly identity: Identity
    readonly people: readonly Person[]
  }
  readonly project?: {
    readonly name: string
    readonly cof: { readonly first: string; readonly last: string }
  }
}

export type Person = { readonly email: string; readonly roles: PartnerRole[] }

/** A row of the table of people; what cannot be read of it opens nothing. */
const Row = z.object({ mel: z.email(), roles: z.array(PartnerRole).min(1) })

type About = Pick<Response, 'organisationId' | 'projectName' | 'schoolYear'>

/**
 * What validating these answers opens; undefined for a form whose validation only locks. Throws `not-to-validate` when
 * the answers do not say enough for it.
 */
export const openingOf = (
  { onValidation }: Pick<FormInfo, 'onValidation'>,
  answers: Answers,
  response: About,
): Opening | undefined => {
  if (!onValidation) return undefined
  const { organisation, project } = onValidation
  // A deposit of an organisation that is here already opens none, unless that is all the form is for.
  const opens = organisation && (!project || response.organisationId === undefined)
  if (project && !opens && response.organisationId === undefined) {
    throw refusal('Ce dépôt n’est rattaché à aucune organisation : elle doit d’abord être habilitée.')
  }
  return {
    ...(opens ? { organisation: organisationOf(organisation, answers) } : {}),
    ...(project
      ? {
          project: {
            name: textOf(answers[project.name]) ?? response.projectName,
            cof: yearsFrom(response.schoolYear, project.years),
          },
        }
      : {}),
  }
}

type Questions = NonNullable<NonNullable<FormInfo['onValidation']>['organisation']>

const organisationOf = ({ name, siret, rna, people }: Questions, answers: Answers) => {
  const given = textOf(answers[name])
  const identity = Identity.safeParse({
    siret: siret === undefined ? undefined : textOf(answers[siret]),
    rna: rna === undefined ? undefined : textOf(answers[rna]),
  })
  if (given === undefined || !identity.success || Object.values(identity.data).every((value) => !value)) {
    throw refusal(
      'Le nom et le numéro SIRET ou RNA de la structure manquent ou sont faux : demandez une correction.',
    )
  }
  const rows = z.array(z.unknown()).safeParse(people === undefined ? [] : answers[people])
  const listed = (rows.data ?? []).flatMap((row) => Row.safeParse(row).data ?? [])
  return {
    name: given,
    identity: identity.data,
    people: listed.map(({ mel, roles }) => ({ email: mel.toLowerCase(), roles })),
  }
}

/**
 * Whom an opening gives which roles. The person who started it has those they listed for themselves; when they listed
 * nobody, all of them in a new organisation, and the least in one that was here. A new organisation always has somebody to administer it: them, for want of another.
 */
export const accessesOf = (
  people: readonly Person[],
  { startedBy, isNew }: { startedBy: string | undefined; isNew: boolean },
): Person[] => {
  if (startedBy === undefined) return [...people]
  const listed = people.find(({ email }) => email === startedBy)
  const others = people.filter((person) => person !== listed)
  const alone: PartnerRole[] = isNew ? [...PartnerRole.options] : ['saisie-activite']
  const roles = listed?.roles ?? (people.length === 0 ? alone : [])
  const administered =
    !isNew || [...others.map((other) => other.roles), roles].flat().includes('administrateur')
  const own = administered ? roles : (['administrateur', ...roles] as const)
  return own.length === 0 ? others : [{ email: startedBy, roles: [...own] }, ...others]
}

const MOST_NAMED = 10

/** What a validation brought about, for the history of the dossier. `joins`: the organisation was here already. */
export const openedWords = ({ organisation, project }: Opening, { joins }: { joins: boolean }): string => {
  const people = (organisation?.people ?? []).map(({ email }) => email)
  const more = people.length - MOST_NAMED
  return [
    ...(organisation
      ? [
          joins
            ? `Accès ouverts à l’organisation déjà inscrite avec ce numéro, sous le nom « ${organisation.name} ».`
            : `Organisation inscrite : « ${organisation.name} ».`,
        ]
      : []),
    ...(people.length > 0
      ? [
          `Personnes indiquées : ${people.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` et ${more} de plus` : ''}.`,
        ]
      : []),
    ...(project
      ? [`Projet inscrit : « ${project.name} », de ${project.cof.first} à ${project.cof.last}.`]
      : []),
  ].join(' ')
}

/** The same of its withdrawal. */
export const closedWords = ({ onValidation }: Pick<FormInfo, 'onValidation'>): string | undefined => {
  if (!onValidation) return undefined
  return onValidation.project
    ? 'Le projet que la validation avait inscrit n’est plus appelé.'
    : 'Les accès que la validation avait ouverts sont retirés.'
}

const yearsFrom = (first: string, years: number) => {
  const start = Number(first.slice(0, 4)) + years - 1
  return { first, last: `${start}-${start + 1}` }
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined

const refusal = (detail: string) => new Problem('not-to-validate', `${detail} Rien n’a été validé.`)
