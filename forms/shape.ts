// Steps 1 to 3 of checking answers (design §4), without survey-core: this is all an autosave needs.
import { type Question, readDefinition } from './definition.ts'
import type { FormVersion } from './nouns/form.ts'
import type { Answers } from './nouns/scalars.ts'
import { type Fault, Problem } from './problems.ts'
import { keysOf } from './shape-values.ts'
import {
  type Check,
  type Claim,
  type Item,
  isItem,
  itemOf,
  refuse,
  sameJson,
  type Walk,
} from './shape-walk.ts'

const ANSWERS_BYTES = 128 * 1024
const SECTION_BYTES = 60 * 1024

/** Answers whose shape holds, apart from what was claimed of computed values. */
export type Shaped = { answers: Item; claims: readonly Claim[] }

/**
 * The top-level keys of each page's answers, by page: questions, their `-Comment`, and what is computed
 * (expression questions, `-total` of tables).
 */
export const sectionKeys = (form: FormVersion): Record<string, readonly string[]> => compiled(form).sections

/**
 * Steps 1 to 3 of design §4 on one section of a draft. Incomplete is fine, malformed is not: what is refused
 * is size (60 KB), unknown keys and choices, wrong types, lengths, days that do not exist, too many rows, null,
 * and another value than the server's where the server sets it. Bounds, steps and validators wait for the
 * submission, so that what somebody is typing is kept.
 * An empty string, list or object is no answer: its key is left out. Returned without prefilled and computed
 * values, which a draft does not hold. Throws Problem `too-large`, or `invalid-answers` with every fault found
 * (100 at most), pointers relative to the answers.
 */
export const checkSection = (
  form: FormVersion,
  section: string,
  answers: Answers,
  prefilled: Answers,
): Answers => {
  assertSize(answers, SECTION_BYTES, 'Les réponses de cette partie dépassent 60 Ko.')
  const keys = compiled(form).bySection.get(section)
  if (!keys) throw new Error(`no section « ${section} » in ${form.formId}@${form.version}`)
  return shaped(answers, keys, prefilled, 'Cette question n’est pas dans cette partie. Retirez-la.').answers
}

/** Steps 1 to 3 of design §4 on all sections together; otherwise as checkSection. */
export const checkShape = (form: FormVersion, answers: Answers, prefilled: Answers): Shaped => {
  assertSize(answers, ANSWERS_BYTES, 'Les réponses dépassent 128 Ko.')
  return shaped(
    answers,
    compiled(form).all,
    prefilled,
    'Cette question n’existe pas dans ce questionnaire. Retirez-la.',
  )
}

/** Throws `invalid-answers` when there are faults. */
export const assertNoFault = (faults: Fault[]): void => {
  if (faults.length === 0) return
  const count = faults.length === 1 ? 'Une réponse est' : `${faults.length} réponses sont`
  throw new Problem('invalid-answers', `${count} à corriger. Rien n’a été enregistré.`, { errors: faults })
}

type Compiled = {
  sections: Record<string, readonly string[]>
  bySection: ReadonlyMap<string, ReadonlyMap<string, Check>>
  all: ReadonlyMap<string, Check>
}

const cache = new WeakMap<object, Compiled>()

const compiled = (form: FormVersion): Compiled => {
  const known = cache.get(form.definition)
  if (known) return known
  const { pages, questions, calculated } = readDefinition(form)
  const keys = (page: string) =>
    questions.filter((question) => question.page === page).flatMap((question) => topKeys(question, form))
  const bySection = new Map(pages.map((page) => [page, new Map(keys(page))]))
  const claimed = calculated
    .filter(({ includeIntoResult }) => includeIntoResult)
    .map(({ name }): [string, Check] => [name, claim(name)])
  const made: Compiled = {
    sections: Object.fromEntries([...bySection].map(([page, checks]) => [page, [...checks.keys()]])),
    bySection,
    all: new Map([...[...bySection.values()].flatMap((checks) => [...checks]), ...claimed]),
  }
  cache.set(form.definition, made)
  return made
}

const topKeys = (question: Question, { info }: FormVersion): [string, Check][] =>
  keysOf(question).map(([key, check]) => [
    key,
    unlessServers(key, question.title, check, Object.hasOwn(info.prefilled, key)),
  ])

/** Where the server has a value, only that one may be sent, and it is not kept: the server's is used. */
const unlessServers =
  (key: string, title: string, check: Check, always: boolean): Check =>
  (value, walk) => {
    if (!always && !Object.hasOwn(walk.prefilled, key)) return check(value, walk)
    if (sameJson(value, walk.prefilled[key])) return undefined
    return refuse(walk, `« ${title} » : cette valeur vient du dossier, elle ne se change pas ici.`)
  }

const claim =
  (title: string): Check =>
  (value, walk) => {
    walk.claims.push({ path: [...walk.path], title, value })
    return undefined
  }

const shaped = (
  answers: Answers,
  keys: ReadonlyMap<string, Check>,
  prefilled: Answers,
  unknown: string,
): Shaped => {
  const walk: Walk = { path: [], faults: [], claims: [], prefilled }
  const kept = itemOf('Réponses', keys, (key) => `« ${key.slice(0, 80)} » : ${unknown}`)(answers, walk)
  assertNoFault(walk.faults)
  return { answers: isItem(kept) ? kept : {}, claims: walk.claims }
}

/** Throws `too-large`. A UTF-16 unit makes three bytes at most, so short JSON needs no encoding. */
const assertSize = (answers: Answers, max: number, detail: string): void => {
  const json = JSON.stringify(answers)
  if (json.length * 3 <= max) return
  if (new TextEncoder().encode(json).length > max)
    throw new Problem('too-large', `${detail} Raccourcissez les textes les plus longs.`)
}
