// A réel saved by the API, section after section, as the page saves it.
import { expect } from 'vitest'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { sectionKeys } from '../../forms/shape.ts'
import { publishedForm } from './definitions.ts'
import type { Caller } from './server.ts'

const keys = sectionKeys(publishedForm('clas-reel'))

/** Saves these sections over whatever they hold; all of them by default. */
export const saveReel = async (
  as: Caller,
  id: string,
  answers: Answers,
  sections = Object.keys(keys),
): Promise<void> => {
  const dossier = (await as.get(`/responses/${id}`)).body
  for (const section of sections) {
    const own = Object.entries(answers).filter(([name]) => keys[section]?.includes(name))
    const { status } = await as.put(`/responses/${id}/sections/${section}`, {
      headers: { 'if-match': `"${dossier.sections[section]?.revision ?? 0}"` },
      body: { answers: Object.fromEntries(own) },
    })
    expect(status).toBe(200)
  }
}
