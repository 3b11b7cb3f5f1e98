// The version of its questionnaire that a request about a response is made for: `?version=`, the present one without it.
// A page says the one it was opened with, and goes on with it while the response moves to another.
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { versionsOf } from '../../forms/moving/versions.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { Problem } from '../../forms/problems.ts'
import { getFormVersion } from '../store/forms.ts'

type Versioned = Pick<Response, 'formId' | 'formVersion' | 'moves'>

/** The version asked for. Throws `invalid-request` unless the response has it, or had it. */
export const versionAsked = (
  response: Versioned,
  { queryStringParameters }: Pick<APIGatewayProxyEventV2, 'queryStringParameters'>,
): number => {
  const told = queryStringParameters?.version
  if (told === undefined) return response.formVersion
  const found = versionsOf(response).find((version) => String(version) === told)
  if (found !== undefined) return found
  throw new Problem(
    'invalid-request',
    `Ce dossier n’a pas de version « ${told.slice(0, 10)} » de son questionnaire : il en est à la version ${response.formVersion}.`,
  )
}

/** The questionnaire in that version. */
export const formAsked = (
  response: Versioned,
  event: Pick<APIGatewayProxyEventV2, 'queryStringParameters'>,
): Promise<FormVersion> => getFormVersion(response.formId, versionAsked(response, event))
