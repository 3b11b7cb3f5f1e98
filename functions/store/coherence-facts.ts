// What coherence rules read beside the answers of a response: the project's other forms of the same school year, and
// its notification. Only what the rules for the form ask for is read.
import type { FactsRead } from '../../forms/coherence.ts'
import type { Facts } from '../../forms/coherence-checks.ts'
import { Project } from '../../forms/nouns/people.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { keys } from './keys.ts'
import { findItem } from './read-items.ts'
import { findTransmitted, readHinted } from './transmitted.ts'

type Subject = Pick<Response, 'id' | 'organisationId' | 'startedBy' | 'projectId' | 'schoolYear'>

/** The facts that rules read for a response, as they stand now: of each other form, the latest answers. */
export const readCoherenceFacts = async (response: Subject, wanted: FactsRead): Promise<Facts> => {
  const { schoolYear } = response
  const transmitted = await findTransmitted(response, { kinds: wanted.forms, schoolYears: [schoolYear] })
  const [latestFirst, project] = await Promise.all([
    readHinted(transmitted),
    wanted.notifiedCollectifs ? findItem(keys.project(response.projectId), Project) : undefined,
  ])
  const others = Object.fromEntries(latestFirst.toReversed().map(({ kind, answers }) => [kind, answers]))
  return { schoolYear, others, notifiedCollectifs: project?.notifications?.[schoolYear]?.collectifs }
}
