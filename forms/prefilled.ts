import type { FormInfo } from './nouns/form.ts'
import type { Response } from './nouns/response.ts'
import type { Answers } from './nouns/scalars.ts'

type Facts = Pick<Response, 'organisationName' | 'projectName' | 'schoolYear'>

/** The values the server sets for a response, by question: people see them read-only and may not change them. */
export const prefilledOf = (info: FormInfo, facts: Facts): Answers => {
  const sources = {
    'organisation.name': facts.organisationName,
    'project.name': facts.projectName,
    'campaign.schoolYear': facts.schoolYear,
  }
  return Object.fromEntries(
    Object.entries(info.prefilled).map(([question, source]) => [question, sources[source]]),
  )
}
