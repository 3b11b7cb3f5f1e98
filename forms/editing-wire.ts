// What travels between the pages where a Caf edits its questionnaires and the API.
import * as z from 'zod'
import { Id } from './schemas.ts'

const Instant = z.iso.datetime()
const Json = z.record(z.string(), z.json())

/**
 * A questionnaire as it is edited: the SurveyJS JSON, and what `form.json` says beside it. Neither needs to be right:
 * a draft keeps what was typed, and the checks say what stands in the way of publishing it.
 */
export const Content = z.object({ definition: Json, info: Json })
export type Content = z.infer<typeof Content>

/** The person whose tab holds the draft, until when unless renewed. */
export const Lock = z.object({ name: z.string(), email: z.string(), tab: z.string(), until: Instant })

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
export const StartedFrom = z.object({ formId: Id, version: z.int().positive() })

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

/** `PUT /forms/{id}/draft` (If-Match: the revision seen), by the tab that holds the lock. */
export const SaveDraft = z.strictObject({ title: z.string(), content: Content, tab: z.string() })
export type SaveDraft = z.infer<typeof SaveDraft>

export const DraftSaved = z.object({
  revision: z.int().positive(),
  savedAt: Instant,
  findings: z.array(Finding),
})
export type DraftSaved = z.infer<typeof DraftSaved>
