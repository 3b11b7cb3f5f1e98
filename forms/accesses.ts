// The log of accesses: who read answers or documents for a Caf, and who changed what. What is worth a line is what a
// person whose data it is would ask about: an agent's reading of answers, documents, folders and exports, and each
// change by anyone. What people type is saved every few seconds and is not: its submission is. Lists hold no answers.
import * as z from 'zod'
import { Id, Instant, ResponseId } from './nouns/scalars.ts'

/** How long a line is kept: the year that the CNIL advises at most. */
export const ACCESSES_KEPT_DAYS = 365

/** What was done, as the log words it. */
export const accessWords = {
  'response-read': 'a lu un dossier',
  'submission-read': 'a lu un envoi précédent',
  'last-year-read': 'a lu les réponses de l’année précédente',
  'history-read': 'a lu l’historique d’un dossier',
  'messages-read': 'a lu les messages d’un dossier',
  'answers-printed': 'a téléchargé les réponses en PDF',
  'documents-listed': 'a lu la liste des documents',
  'document-read': 'a ouvert un document',
  'organisation-read': 'a lu la fiche d’une organisation',
  'folder-read': 'a lu les documents d’une organisation',
  'export-read': 'a téléchargé un export',
  'results-read': 'a lu les résultats d’une campagne',
  'texts-read': 'a lu les textes écrits par les partenaires d’une campagne',
  'log-read': 'a lu le journal des accès',
  'response-started': 'a commencé un dossier',
  'draft-removed': 'a supprimé un brouillon de dossier',
  'response-renamed': 'a renommé un dossier',
  'submission-made': 'a transmis des réponses',
  'section-confirmed': 'a confirmé une partie',
  'document-given': 'a déposé un document',
  'document-removed': 'a retiré un document',
  'deadline-changed': 'a accordé un délai',
  'correction-asked': 'a demandé une correction',
  'answers-corrected': 'a corrigé des réponses',
  'message-sent': 'a envoyé un message',
  validated: 'a validé un dossier',
  'validation-withdrawn': 'a retiré une validation',
  'export-asked': 'a demandé un export',
  'campaign-created': 'a créé une campagne',
  'campaign-changed': 'a modifié une campagne',
  'campaign-moved': 'a fait passer une campagne à une autre version du questionnaire',
  'campaign-deleted': 'a supprimé un brouillon de campagne',
  'partners-reminded': 'a relancé des partenaires',
  'organisation-created': 'a inscrit une organisation',
  'member-invited': 'a invité une personne',
  'member-changed': 'a changé les rôles d’une personne',
  'member-removed': 'a retiré l’accès d’une personne',
  'project-created': 'a inscrit un projet',
  'project-notified': 'a notifié des collectifs',
  'import-confirmed': 'a confirmé un import',
  'agent-invited': 'a invité un agent',
  'agent-changed': 'a changé les rôles d’un agent',
  'agent-removed': 'a retiré l’accès d’un agent',
  'notices-changed': 'a modifié les mentions légales',
  'form-created': 'a créé un questionnaire',
  'form-draft-started': 'a commencé un brouillon de questionnaire',
  'form-edited': 'a modifié un brouillon de questionnaire',
  'form-draft-given-up': 'a abandonné un brouillon de questionnaire',
  'form-published': 'a publié une version d’un questionnaire',
  'form-tried': 'a commencé un essai de questionnaire',
} as const

export type AccessKind = keyof typeof accessWords
const AccessKind = z.custom<AccessKind>((name) => typeof name === 'string' && name in accessWords)

/** One line of the log. */
export const Access = z.object({
  id: z.string(),
  at: Instant,
  what: AccessKind,
  /** Who, by name and address, and for whom they acted. */
  by: z.string(),
  email: z.string(),
  side: z.enum(['caf', 'partner']),
  /** What it was about. */
  response: ResponseId.optional(),
  organisation: Id.optional(),
  campaign: Id.optional(),
  form: Id.optional(),
  /** The same in words, as it was called then. */
  label: z.string().optional(),
})
export type Access = z.infer<typeof Access>

/** GET /accesses, the latest first. */
export const AccessList = z.object({
  cafId: Id,
  cafName: z.string(),
  zone: z.string(),
  items: z.array(Access),
  /** Where the next page starts; there may be one without lines in this one. */
  next: z.string().optional(),
  keptDays: z.int(),
  now: Instant,
})
export type AccessList = z.infer<typeof AccessList>

/** What a line must hold to be shown. */
export type AccessFilter = { readonly person?: string | undefined; readonly response?: string | undefined }

/** Whether a line is one that a filter asks for: a part of a name or of an address, a dossier's id or name. */
export const isAsked = (access: Access, { person, response }: AccessFilter): boolean =>
  holds([access.by, access.email], person) && holds([access.response, access.label], response)

const holds = (texts: readonly (string | undefined)[], asked: string | undefined): boolean =>
  asked === undefined || texts.some((text) => text !== undefined && plain(text).includes(plain(asked)))

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()
