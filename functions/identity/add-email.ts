// Cognito's pre-token trigger: puts the verified e-mail in the access token, by which memberships are first matched.
import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda'

export const handler = async (
  event: PreTokenGenerationV2TriggerEvent,
): Promise<PreTokenGenerationV2TriggerEvent> => {
  const { email, email_verified, name } = event.request.userAttributes
  const claims = { email, email_verified, name: name ?? email }
  event.response = {
    claimsAndScopeOverrideDetails: { accessTokenGeneration: { claimsToAddOrOverride: definedOf(claims) } },
  }
  return event
}

const definedOf = (claims: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(claims).flatMap(([key, value]) => (value ? [[key, value]] : [])))
