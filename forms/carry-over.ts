// Year over year: what a new response takes from answers the project has given before, to be confirmed by a person.
import { readDefinition } from './definition.ts'
import type { Identity } from './identity.ts'
import { ORGANISATION } from './note-names.ts'
import type { FormVersion } from './nouns/form.ts'
import type { Answers } from './nouns/scalars.ts'
import { checkOf } from './shape-values.ts'
import type { Walk } from './shape-walk.ts'

/** Answers that were transmitted for the same project. */
export type Source = { readonly kind: string; readonly schoolYear: string; readonly answers: Answers }

/** Values to start from, and where each was taken from: a school year, « repris de 2023-2024 », or the organisation. */
export type CarriedOver = { readonly answers: Answers; readonly from: Readonly<Record<string, string>> }

/**
 * What form.json carries over into a response of a school year. The first source that has a value wins; a value that
 * no longer fits the question (a choice that is gone, a text that is too long) is left out, and so is what is computed.
 */
export const carryOver = (form: FormVersion, schoolYear: string, sources: readonly Source[]): CarriedOver => {
  const questions = new Map(readDefinition(form).questions.map((question) => [question.name, question]))
  const answers: Answers = {}
  const from: Record<string, string> = {}
  for (const { from: kind, year, questions: names } of form.info.carriedOver) {
    const wanted = year === 'same' ? schoolYear : yearBefore(schoolYear)
    const source = sources.find((one) => one.kind === kind && one.schoolYear === wanted)
    for (const name of names) {
      const [question, value] = [questions.get(name), source?.answers[name]]
      if (!question || value === undefined || Object.hasOwn(answers, name)) continue
      const walk: Walk = { path: [name], faults: [], claims: [], prefilled: {} }
      const kept = checkOf(question)(structuredClone(value), walk)
      if (kept === undefined || walk.faults.length > 0) continue
      answers[name] = kept
      from[name] = wanted
    }
  }
  return { answers, from }
}

/** The same, with the numbers by which the organisation is known: where the form carries them over and none was given. */
export const withIdentity = (
  { answers, from }: CarriedOver,
  form: FormVersion,
  identity: Identity | undefined,
): CarriedOver => {
  const carried = new Set(form.info.carriedOver.flatMap(({ questions }) => questions))
  const known = readDefinition(form).questions.flatMap(({ name, validators }) => {
    const checks = JSON.stringify(validators)
    const value = checks.includes('isSiret(')
      ? identity?.siret
      : checks.includes('isRna(')
        ? identity?.rna
        : undefined
    return value !== undefined && carried.has(name) && !Object.hasOwn(answers, name) ? [{ name, value }] : []
  })
  return {
    answers: { ...answers, ...Object.fromEntries(known.map(({ name, value }) => [name, value])) },
    from: { ...from, ...Object.fromEntries(known.map(({ name }) => [name, ORGANISATION])) },
  }
}

/** `2023-2024` before `2024-2025`. */
export const yearBefore = (schoolYear: string): string =>
  schoolYear
    .split('-')
    .map((year) => String(Number(year) - 1))
    .join('-')
