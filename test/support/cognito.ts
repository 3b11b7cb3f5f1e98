// People of a deployed stage: made in its user pool, signed in with real tokens.
import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider'

const Password = 'Un-mot-de-passe-2026'

type Pool = { readonly UserPoolId: string; readonly ClientId: string }

/**
 * The access token of a person with a verified address, who is made at once. The emulator's API knows no e-mail
 * code, which is for its sign-in pages alone: a password stands in for it.
 */
export const tokenOf = async ({ UserPoolId, ClientId }: Pool, email: string): Promise<string> => {
  const cognito = new CognitoIdentityProviderClient({})
  const Username = email
  const UserAttributes = [
    { Name: 'email', Value: email },
    { Name: 'email_verified', Value: 'true' },
  ]
  await cognito.send(
    new AdminCreateUserCommand({
      UserPoolId,
      Username,
      UserAttributes,
      TemporaryPassword: Password,
      MessageAction: 'SUPPRESS',
    }),
  )
  await cognito.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: true }))
  const { AuthenticationResult } = await cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: email, PASSWORD: Password },
    }),
  )
  if (!AuthenticationResult?.AccessToken) throw new Error(`${email} was not signed in`)
  return AuthenticationResult.AccessToken
}
