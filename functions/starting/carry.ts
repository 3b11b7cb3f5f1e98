// A new response starts from what its project transmitted before, and from the numbers of its organisation: a draft that nobody saved, each answer of which is
// marked until a person has confirmed it.
import { carryOver, withIdentity, yearBefore } from '../../forms/carry-over.ts'
import { copyable } from '../../forms/copies.ts'
import { CARRIED } from '../../forms/note-names.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Response } from '../../forms/nouns/response.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { findOrganisation } from '../store/organisations.ts'
import { findResponses } from '../store/responses.ts'
import { startSection } from '../store/sections.ts'
import { readTransmitted } from '../store/transmitted.ts'

/**
 * Puts the draft that form.json carries over into a response, before it is called, so that one that was called has it
 * whole. A response that exists is left as it is: what a person emptied does not come back.
 */
export const carryInto = async (response: Response, form: FormVersion, at: string): Promise<void> => {
  if (form.info.carriedOver.length === 0 || (await findResponses([response.id])).length > 0) return
  await carryAgain(response, form, at)
}

/** The same into one that exists, of which no draft is left; a section that somebody saves meanwhile stays theirs. */
export const carryAgain = async (response: Response, form: FormVersion, at: string): Promise<void> => {
  const { carriedOver } = form.info
  if (carriedOver.length === 0) return
  const { organisationId, schoolYear } = response
  const [sources, organisation] = await Promise.all([
    readTransmitted(response, {
      kinds: carriedOver.map(({ from }) => from),
      schoolYears: [schoolYear, yearBefore(schoolYear)],
    }),
    organisationId === undefined ? undefined : findOrganisation(organisationId),
  ])
  const { answers, from } = withIdentity(carryOver(form, schoolYear, sources), form, organisation)
  const sections = Object.entries(copyable(form, answers, response))
  if (sections.length === 0) return
  const start = (name: string, own: Answers) =>
    startSection(response.id, { name, answers: own, revision: 1, savedAt: at, savedBy: SAVED_BY })
  for (const [name, own] of sections) await start(name, own)
  const kept = new Set(sections.flatMap(([, own]) => Object.keys(own)))
  await start(CARRIED, Object.fromEntries(Object.entries(from).filter(([question]) => kept.has(question))))
}

const SAVED_BY = 'Reprise de ce qui est connu'
