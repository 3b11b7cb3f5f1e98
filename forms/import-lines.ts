// What a line of each kind of file must say, in the words that its faults are told in.
import * as z from 'zod'
import { plainWords } from './csv.ts'
import { Identity, NewOrganisation } from './identity.ts'
import type { ImportKind } from './imports.ts'
import { PartnerRole } from './nouns/people.ts'
import { SchoolYear } from './nouns/scalars.ts'
import { InviteMember, NewProject, Notify } from './people-wire.ts'

const ABBREVIATED = /^\d+(?:[.,]\d+)?E\+?\d+$/i

/** The SIRET or the RNA of the organisation that a line is about. */
const Owner = z
  .string('Donnez le SIRET ou le RNA de l’organisation.')
  .superRefine((cell, issues) => refuseAbbreviated(cell, issues))
  .transform((cell): z.input<typeof Identity> => (/^w/i.test(cell) ? { rna: cell } : { siret: cell }))
  .pipe(Identity)

const refuseAbbreviated = (cell: string, { addIssue }: Pick<z.RefinementCtx, 'addIssue'>): void => {
  if (!ABBREVIATED.test(cell)) return
  addIssue({
    code: 'custom',
    message: `Le tableur a abrégé ce numéro (${cell}) : mettez la colonne au format Texte, puis écrivez-le en entier.`,
    continue: false,
  })
}

const needed = (what: string) => z.string(`Donnez ${what}.`)
const ProjectName = needed('le nom du projet').pipe(NewProject.shape.name)

/** « 2026-2027 », « 2026/2027 » or « 2026-27 » */
const Year = z
  .string()
  .transform((cell) =>
    cell.replace(/^(\d{2})(\d{2})\s*[-/–]\s*(\d{2})$/, '$1$2-$1$3').replace(/\s*[/–]\s*/, '-'),
  )
  .pipe(SchoolYear)

const Roles = needed('au moins un rôle')
  .transform((cell, { addIssue }) =>
    cell.split(/[,|/+]/).flatMap((word) => {
      const name = plainWords(word).replaceAll(' ', '-')
      if (name === 'tous') return PartnerRole.options
      const role = PartnerRole.options.find((one) => one === name)
      if (!role) {
        addIssue({
          code: 'custom',
          message: `« ${word.trim()} » n’est pas un rôle. Écrivez administrateur, saisie activité, saisie financière, approbateur, ou tous.`,
        })
      }
      return role ?? []
    }),
  )
  .pipe(InviteMember.shape.roles)

/** What a line of each kind says, once read. */
export const importLines = {
  organisations: z
    .object({
      nom: needed('le nom de l’organisation'),
      siret: z.string().superRefine(refuseAbbreviated).optional(),
      rna: z.string().optional(),
      commune: z.string().optional(),
    })
    .transform(({ nom, ...numbers }): z.input<typeof NewOrganisation> => ({ name: nom, ...numbers }))
    .pipe(NewOrganisation),
  projets: z
    .object({
      organisation: Owner,
      projet: ProjectName,
      premiere_annee: Year.optional(),
      derniere_annee: Year.optional(),
    })
    .superRefine(({ premiere_annee: first, derniere_annee: last }, { addIssue }) => {
      if ((first === undefined) !== (last === undefined))
        addIssue({
          code: 'custom',
          message: 'Donnez la première et la dernière année de la convention, ou aucune.',
        })
      if (first !== undefined && last !== undefined && last < first)
        addIssue({ code: 'custom', message: 'La dernière année de la convention précède la première.' })
    })
    .transform(({ organisation, projet, premiere_annee: first, derniere_annee: last }) => ({
      organisation,
      name: projet,
      ...(first !== undefined && last !== undefined ? { cof: { first, last } } : {}),
    })),
  collectifs: z
    .object({
      organisation: Owner,
      projet: ProjectName,
      annee: needed('l’année scolaire').pipe(Year),
      collectifs: needed('le nombre de collectifs')
        .regex(/^\d{1,3}$/, 'Donnez un nombre entier de collectifs, de 0 à 999.')
        .transform(Number)
        .pipe(Notify.shape.collectifs),
    })
    .transform(({ organisation, projet, annee, collectifs }) => ({
      organisation,
      name: projet,
      schoolYear: annee,
      collectifs,
    })),
  contacts: z
    .object({
      organisation: Owner,
      mel: needed('l’adresse électronique').pipe(InviteMember.shape.email),
      roles: Roles,
    })
    .transform(({ organisation, mel, roles }) => ({ organisation, email: mel, roles })),
} as const satisfies Record<ImportKind, z.ZodType>

export type OrganisationLine = z.infer<typeof importLines.organisations>
export type ProjectLine = z.infer<typeof importLines.projets>
export type NotificationLine = z.infer<typeof importLines.collectifs>
export type ContactLine = z.infer<typeof importLines.contacts>

const numberOf = ({ siret, rna }: Identity): string => siret ?? rna ?? ''

/** By what two lines of a file are the same: the second one is a fault. */
export const keysOfLine: {
  readonly [K in ImportKind]: (line: z.infer<(typeof importLines)[K]>) => readonly string[]
} = {
  organisations: ({ siret, rna }) => [siret, rna].flatMap((number) => number ?? []),
  projets: ({ organisation, name }) => [`${numberOf(organisation)} ${plainWords(name)}`],
  collectifs: ({ organisation, name, schoolYear }) => [
    `${numberOf(organisation)} ${plainWords(name)} ${schoolYear}`,
  ],
  contacts: ({ organisation, email }) => [`${numberOf(organisation)} ${email}`],
}
