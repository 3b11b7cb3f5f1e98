// What identifies an organisation: SIRET, RNA, one at least (domain.md, « Identifiers »).
import * as z from 'zod'
import { isCommune, isRna, isSiret, normaliseSiret } from './identifiers.ts'
import { Id } from './nouns/scalars.ts'

/** A name between two lengths: what is missing, what is too short and what is too long are told apart. */
export const nameOf = (what: string, least: number) =>
  z
    .string(`Donnez ${what}.`)
    .trim()
    .min(1, { error: `Donnez ${what}.`, abort: true })
    .min(least, `Écrivez ${what} en ${least} lettres au moins.`)
    .max(200, {
      error: ({ input }) =>
        `Écrivez ${what} en 200 caractères au plus : il y en a ${String(input).length.toLocaleString('fr-FR')}.`,
    })

const Siret = z
  .string()
  .transform(normaliseSiret)
  .refine(isSiret, 'Ce numéro SIRET n’existe pas : recopiez les 14 chiffres de l’avis de situation.')
const Rna = z
  .string()
  .transform((typed) => typed.replace(/\s/g, '').toUpperCase())
  .refine(isRna, 'Ce numéro RNA n’est pas complet : W suivi de 9 caractères, par exemple W731000001.')

/** The numbers that identify an organisation, by which it is known once. */
export const Identity = z.object({ siret: Siret.optional(), rna: Rna.optional() })
export type Identity = z.infer<typeof Identity>

/** POST /organisations: an organisation as a Caf describes it; `cafId` is needed by agents of several Cafs only. */
export const NewOrganisation = z
  .strictObject({
    cafId: Id.optional(),
    name: nameOf('le nom de l’organisation', 2),
    ...Identity.shape,
    commune: z
      .string()
      .refine(isCommune, 'Donnez le code Insee de la commune, 5 caractères, comme 73008.')
      .optional(),
  })
  .refine(({ siret, rna }) => siret !== undefined || rna !== undefined, {
    path: ['siret'],
    message: 'Donnez le numéro SIRET ou, à défaut, le numéro RNA.',
  })
export type NewOrganisation = z.infer<typeof NewOrganisation>

/** « SIRET 432 109 874 00011 · RNA W731000001 » */
export const numbersText = ({ siret, rna }: Identity): string =>
  [
    ...(siret ? [`SIRET ${siret.replace(/^(\d{3})(\d{3})(\d{3})/, '$1 $2 $3 ')}`] : ['SIRET non renseigné']),
    ...(rna ? [`RNA ${rna}`] : []),
  ].join(' · ')

/** A name as part of an identifier: lower case words joined by hyphens. */
export const slugOf = (name: string, longest = 40): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '') || 'sans-nom'
