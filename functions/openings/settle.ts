// After a validation, or its withdrawal: brings about what the form says (`onValidation`). Each step can be done twice,
// so that what a crash left is done by whoever comes next: the same request again, or the worker that drains history.

import { versionOf } from '../../forms/moving/versions.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { accessesOf, type Opening, openingOf } from '../../forms/opening.ts'
import { getFormVersion } from '../store/forms.ts'
import { findPerson, invite, openAccess, organisationHouse, removeOpenedBy } from '../store/members.ts'
import { addCaf, findOrganisation, putOrganisation } from '../store/organisations.ts'
import { putProject, suspendProject } from '../store/projects.ts'
import { getResponse } from '../store/responses.ts'
import { findSubmission } from '../store/submissions.ts'
import { markSettled } from '../store/validation.ts'
import { placeOf } from './plan.ts'

/** Brings about what the last validation or withdrawal of a response still owes; nothing when it owes nothing. */
export const settleValidation = async (id: string): Promise<void> => {
  const response = await getResponse(id)
  if (!response.effect) return
  const submission = await findSubmission(response)
  const form = await getFormVersion(response.formId, versionOf(submission, response))
  const opening = submission && openingOf(form.info, submission.answers, facts(response))
  if (opening && response.effect === 'open') await open(response, opening)
  else if (opening) await close(response, opening)
  else await markSettled(response, {})
}

/** What an opening is read from: as it was before the response came to belong to what it opened. */
const facts = ({ startedBy, organisationId, ...response }: Response) => ({
  ...response,
  organisationId: startedBy === undefined ? organisationId : undefined,
})

const open = async (response: Response, { organisation, project }: Opening): Promise<void> => {
  const place = organisation ? await openOrganisation(response, organisation) : placeOfResponse(response)
  if (project && place) {
    const { id, name } = place
    await putProject({
      id: response.projectId,
      name: project.name,
      organisationId: id,
      organisationName: name,
      cafId: response.cafId,
      facts: [],
      importIds: [],
      cof: project.cof,
    })
    await suspendProject(response.projectId, false)
    await addCaf(id, response.cafId)
  }
  await markSettled(response, { place })
}

const placeOfResponse = ({ organisationId, organisationName }: Response) =>
  organisationId === undefined ? undefined : { id: organisationId, name: organisationName }

const openOrganisation = async (
  response: Response,
  asked: NonNullable<Opening['organisation']>,
): Promise<{ id: string; name: string }> => {
  const { name, identity, people } = asked
  const id = await placeOf(response, asked)
  const known = await findOrganisation(id)
  // Whether it is ours is said by the response that made it, for this runs again after a crash.
  const isNew = !known || known.openedBy === response.id
  await putOrganisation({ id, name, ...identity, cafIds: [response.cafId], openedBy: response.id })
  await addCaf(id, response.cafId)
  const house = organisationHouse(id)
  const at = response.validatedAt ?? response.closesAt
  for (const { email, roles } of accessesOf(people, { startedBy: response.startedBy, isNew })) {
    const access = { email, roles, organisationId: id, organisationName: known?.name ?? name }
    if (await findPerson(house, email)) continue
    // The person who started it has proved their address; the others are invited to theirs.
    if (email === response.startedBy) await openAccess(house, access, { openedBy: response.id })
    else await invite(house, access, { at, by: response.cafName, openedBy: response.id })
  }
  return { id, name: known?.name ?? name }
}

/** Takes back the accesses and suspends the project; the organisation and what others did in it stay. */
const close = async (response: Response, { organisation, project }: Opening): Promise<void> => {
  if (project) await suspendProject(response.projectId, true)
  if (organisation && response.organisationId !== undefined) {
    await removeOpenedBy(organisationHouse(response.organisationId), response.id)
  }
  await markSettled(response, { back: organisation !== undefined && response.startedBy !== undefined })
}
