// What the law has a Caf say: its accessibility statement (RGAA 4) and its privacy notice (RGPD, articles 13 and 14).
// Plain text, a line an item; what a Caf has not written yet is what stands in notices.json.
import * as z from 'zod'
import { conformities } from './conformity.ts'
import { formatNumber } from './money.ts'
import table from './notices.json' with { type: 'json' }
import { Id, PlainDate } from './nouns/scalars.ts'

const MOST = 4000
const text = z
  .string()
  .trim()
  .min(3, 'Écrivez au moins 3 caractères.')
  .max(MOST, `Écrivez ${formatNumber(MOST)} caractères au plus.`)
const email = z.email('Donnez une adresse électronique, comme contact@caf.fr.').max(254)

export const Notices = z.strictObject({
  /** How far the site conforms to the RGAA. */
  state: z.enum(conformities),
  contact: email,
  nonConformities: text,
  checks: text,
  statementDay: PlainDate,
  /** How to reach the Défenseur des droits. */
  defender: text,
  /** Who answers for what is done with the data, as in « Responsable du traitement : … ». */
  operator: text,
  dataProtection: email,
  purposes: text,
  recipients: text,
  retention: text,
  rights: text,
})
export type Notices = z.infer<typeof Notices>

export const defaultNotices: Notices = Notices.parse(table)

/** What a Caf that has written nothing says: the rest in its own name. */
export const noticesOfNew = (cafName: string): Notices => ({ ...defaultNotices, operator: `la ${cafName}` })

/** GET /notices. Without ?caf, those of the platform's one Caf; where there are several, only who they are. */
export const NoticesView = z.object({
  cafs: z.array(z.object({ id: Id, name: z.string() })),
  cafId: Id.optional(),
  notices: Notices.optional(),
  /** How far the site conforms, where all its Cafs say the same. */
  state: Notices.shape.state.optional(),
  /** Counts the changes; 0 while nothing was written. */
  revision: z.int().nonnegative(),
})
export type NoticesView = z.infer<typeof NoticesView>

/** PUT /notices?caf=: all of it, and which revision was read. */
export const SaveNotices = Notices.extend({ revision: z.int().nonnegative() })
export type SaveNotices = z.infer<typeof SaveNotices>
