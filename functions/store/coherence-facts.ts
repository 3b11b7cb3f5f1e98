// What coherence rules read beside the answers of a response: the project's other forms of the same school year, and
// its notification. Only what the rules for the form ask for is read.
import type { FactsRead } from '../../forms/coherence.ts'
import type { Facts } from '../../forms/coherence-checks.ts'
import { type Answers, Project, type Response } from '../../forms/schemas.ts'
import { getFormVersion } from './forms.ts'
import { getResponse, listTransmitted } from './responses.ts'
import { keys } from './schema.ts'
import { findSubmission } from './submissions.ts'
import { findItem } from './table.ts'

type Subject = Pick<Response, 'id' | 'organisationId' | 'startedBy' | 'projectId' | 'schoolYear'>

/** The facts that rules read for a response, as they stand now. */
export const readCoherenceFacts = async (response: Subject, wanted: FactsRead): Promise<Facts> => {
  const { schoolYear } = response
  const [others, project] = await Promise.all([
    transmitted(response, wanted.forms),
    wanted.notifiedCollectifs ? findItem(keys.project(response.projectId), Project) : undefined,
  ])
  return { schoolYear, others, notifiedCollectifs: project?.notifications?.[schoolYear]?.collectifs }
}

/** The answers that the project transmitted for the same school year, by kind of form; the latest of each. */
const transmitted = async (response: Subject, kinds: readonly string[]): Promise<Record<string, Answers>> => {
  if (kinds.length === 0) return {}
  const rows = (await listTransmitted(response)).filter(({ id }) => id !== response.id)
  const found = await Promise.all(
    rows.map(async (row) => {
      const { kind } = (await getFormVersion(row.formId, row.formVersion)).info
      const submission =
        kind && kinds.includes(kind) ? await findSubmission(await getResponse(row.id)) : undefined
      return kind && submission ? [{ kind, ...submission }] : []
    }),
  )
  const oldestFirst = found.flat().toSorted((a, b) => a.receivedAt.localeCompare(b.receivedAt))
  return Object.fromEntries(oldestFirst.map(({ kind, answers }) => [kind, answers]))
}
