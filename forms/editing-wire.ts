// What travels between the pages where a Caf edits its questionnaires and the API.
import * as z from 'zod'
import type { FormVersion } from './nouns/form.ts'
import { Caf } from './nouns/people.ts'
import { Id } from './nouns/scalars.ts'

const Instant = z.iso.datetime()
type Json = FormVersion['definition']
/** Kept as it comes, in its order: what is JSON when it is read needs no second look at each of its values. */
const Json = z.custom<Json>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'Ici se met un objet JSON, entre accolades.',
)

/**
 * A questionnaire as it is edited: the SurveyJS JSON, and what `form.json` says beside it. Neither needs to be right:
 * a draft keeps what was typed, and the checks say what stands in the way of publishing it.
 */
export const Content = z.object({ definition: Json, info: Json })
export type Content = z.infer<typeof Content>

/** The person whose tab holds the draft, until when unless renewed. */
export const Lock = z.object({ name: z.string(), email: z.string(), tab: z.string(), until: Instant })
export type Lock = z.infer<typeof Lock>

/** A one-click mend: the JSON Patch (RFC 6902) that does it, on the content. */
export const Fix = z.object({
  label: z.string(),
  patch: z.array(
    z.object({
      op: z.enum(['add', 'remove', 'replace', 'move']),
      path: z.string(),
      from: z.string().optional(),
      value: z.json().optional(),
    }),
  ),
})

/** What the checks found in a content. `pointer` is a JSON pointer into it: `/definition/pages/0/elements/2/visibleIf`. */
export const Finding = z.object({
  /** Stable name of the check: `duplicate-name`, `regex-dangerous`… */
  check: z.string(),
  severity: z.enum(['error', 'warning']),
  pointer: z.string(),
  /** The question concerned, when there is one. */
  question: z.string().optional(),
  detail: z.string(),
  fix: Fix.optional(),
})
export type Finding = z.infer<typeof Finding>

/** What a draft follows from: a version of a form of the same Caf. */
export const StartedFrom = z.strictObject({ formId: Id, version: z.int().positive() })
export type StartedFrom = z.infer<typeof StartedFrom>

/** Where a draft stands, without its content; also `current` of a 412, whose revision is 0 when there is no draft. */
export const DraftStanding = z.object({
  revision: z.int().nonnegative(),
  savedAt: Instant,
  savedBy: z.string(),
  startedFrom: StartedFrom.optional(),
})
export type DraftStanding = z.infer<typeof DraftStanding>

/**
 * `GET /forms`: the published questionnaires of an agent's Cafs, that a campaign may ask; for its concepteurs, those
 * that were never published too, with their drafts and who is editing them. `may.edit` says of which Cafs one edits them.
 */
export const FormList = z.object({
  items: z.array(
    z.object({
      id: Id,
      cafId: Id,
      title: z.string(),
      latestVersion: z.int().positive().optional(),
      publishedAt: Instant.optional(),
      draft: DraftStanding.extend({ title: z.string() }).optional(),
      lock: Lock.optional(),
    }),
  ),
  cafs: z.array(Caf),
  may: z.object({ edit: z.array(Id) }),
  now: Instant,
})
export type FormList = z.infer<typeof FormList>

/** `GET /forms/{id}`: a questionnaire with its draft (ETag: the draft's revision, `"0"` without one). */
export const FormView = z.object({
  id: Id,
  cafId: Id,
  title: z.string(),
  latestVersion: z.int().positive().optional(),
  versions: z.array(z.object({ version: z.int().positive(), publishedAt: Instant, sha256: z.string() })),
  draft: z
    .object({
      content: Content,
      revision: z.int().positive(),
      savedAt: Instant,
      savedBy: z.string(),
      startedFrom: StartedFrom.optional(),
    })
    .optional(),
  lock: Lock.optional(),
  now: Instant,
})
export type FormView = z.infer<typeof FormView>

/** How a tab names itself: what it drew at random when it began to edit. */
const Tab = z
  .string()
  .regex(/^[\w-]{1,80}$/, 'Un onglet se nomme par 1 à 80 lettres sans accent, chiffres ou tirets.')

/** `PUT /forms/{id}/draft` (If-Match: the revision seen), by the tab that holds the lock. */
export const SaveDraft = z.strictObject({
  title: z.string().max(500, 'Écrivez un titre de 500 caractères au plus.'),
  content: Content,
  tab: Tab,
})
export type SaveDraft = z.infer<typeof SaveDraft>

export const DraftSaved = z.object({
  revision: z.int().positive(),
  savedAt: Instant,
  findings: z.array(Finding),
})
export type DraftSaved = z.infer<typeof DraftSaved>

/**
 * `PUT /forms/{id}/lock`: takes the lock for a minute, or renews it; answers the `Lock`. While another tab holds it, 409
 * `locked` with that `lock`, unless `takeOver`.
 */
export const TakeLock = z.strictObject({ tab: Tab, takeOver: z.boolean().optional() })
/** `DELETE /forms/{id}/lock`: leaves it, if this tab has it. */
export const ReleaseLock = z.strictObject({ tab: Tab })

/** `POST /forms/{id}/draft` (If-Match: the draft that it takes the place of, `"0"` for none); answers the `FormView`. */
export const StartDraft = z.strictObject({ from: StartedFrom })

/** `POST /forms`: a questionnaire with its draft. Of an imported `info`, what is missing is filled in. */
export const NewForm = z.strictObject({
  title: z
    .string()
    .trim()
    .min(3, 'Écrivez un titre d’au moins 3 caractères.')
    .max(200, 'Écrivez un titre de 200 caractères au plus.'),
  from: z.union(
    [z.literal('blank'), StartedFrom, z.strictObject({ content: Content })],
    'Dites de quoi partir : « blank », une version (formId et version) ou un contenu (content : definition et info).',
  ),
  cafId: Id.optional(),
})
export type NewForm = z.infer<typeof NewForm>
export const FormMade = z.object({ id: Id })
export type FormMade = z.infer<typeof FormMade>
