// Filling a response by the API, section after section, as the page does.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { keysOf } from '../../web/fill/draft-answers.ts'
import { outlineOf } from '../../web/shared/outline.ts'
import type { Caller } from './server.ts'

const surveyJson = join(import.meta.dirname, '../../forms/definitions/clas-bilan/survey.json')
const outline = outlineOf(JSON.parse(readFileSync(surveyJson, 'utf8')))
const questions = Object.fromEntries(outline.map((section) => [section.name, keysOf(section)]))

/** The part of the answers that a section holds. */
const ofSection = (section: string, answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => questions[section]?.includes(name)))

/** Saves one section of a response over whatever it holds. */
export const saveSection = async (
  as: Caller,
  id: string,
  section: string,
  answers: Answers,
): Promise<void> => {
  const { sections } = (await as.get(`/responses/${id}`)).body
  const { status } = await as.put(`/responses/${id}/sections/${section}`, {
    headers: { 'if-match': `"${sections[section]?.revision ?? 0}"` },
    body: { answers: ofSection(section, answers) },
  })
  expect(status).toBe(200)
}

/** Saves every section of a response. */
export const saveAll = async (as: Caller, id: string, answers: Answers): Promise<void> => {
  for (const section of Object.keys(questions)) await saveSection(as, id, section, answers)
}

/** Answers to the bilan, by section. */
export const bySection = (answers: Answers): Record<string, Answers> =>
  Object.fromEntries(Object.keys(questions).map((section) => [section, ofSection(section, answers)]))
