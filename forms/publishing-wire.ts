// What travels when a questionnaire is published, and when its versions are read and compared.
import * as z from 'zod'
import { Content, Fix } from './editing-wire.ts'
import { Instant } from './nouns/scalars.ts'

/**
 * `POST /forms/{id}/versions` (If-Match: the draft's revision): the version that the draft is from now on. `sha256`, in
 * hex, is of the bytes of the file at `definitionUrl`, which never change.
 */
export const Published = z.object({
  version: z.int().positive(),
  sha256: z.string(),
  definitionUrl: z.string(),
})
export type Published = z.infer<typeof Published>

/** `GET /forms/{id}/versions/{version}` */
export const VersionView = Published.extend({
  content: Content,
  publishedAt: Instant,
  /** By name; absent on what an operator published. */
  publishedBy: z.string().optional(),
})
export type VersionView = z.infer<typeof VersionView>

/** One thing that differs from one content to another, as a person would say it. */
export const Change = z.object({
  /** Stable name of what kind of change it is: `question-added`, `choice-removed`… */
  kind: z.string(),
  /** Where: in the later content, or in the earlier one for what is there no more. */
  pointer: z.string(),
  /** The question concerned, by its name in that content. */
  question: z.string().optional(),
  words: z.string(),
  /** `answers`: answers that exist may lose a value by it, or miss one. */
  effect: z.enum(['none', 'answers']),
})
export type Change = z.infer<typeof Change>

/** `GET /forms/{id}/changes?from=1&to=2` or `to=draft`: in words, and as the JSON Patch from one content to the other. */
export const ChangesView = z.object({
  from: z.string(),
  to: z.string(),
  items: z.array(Change),
  patch: Fix.shape.patch,
})
export type ChangesView = z.infer<typeof ChangesView>
