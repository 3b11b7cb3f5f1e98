// The cookie that keeps a person signed in: no script can read it, no other site can send it (design §5).
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { Problem } from '../../forms/problems.ts'
import { requireEnv } from '../require-env.ts'

const NAME = '__Host-echeance'
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Strict'
const MAX_AGE_SECONDS = 12 * 3600

export const sessionCookie = (refreshToken: string): string =>
  `${NAME}=${encodeURIComponent(refreshToken)}; ${ATTRIBUTES}; Max-Age=${MAX_AGE_SECONDS}`

export const clearedSessionCookie = `${NAME}=; ${ATTRIBUTES}; Max-Age=0`

/** The refresh token of the request's cookie, if any. */
export const refreshTokenOf = ({ cookies = [] }: APIGatewayProxyEventV2): string | undefined => {
  const value = cookies.find((cookie) => cookie.startsWith(`${NAME}=`))?.slice(NAME.length + 1)
  return value ? decodeURIComponent(value) : undefined
}

/** Throws `forbidden` unless the request comes from a page of the site itself. */
export const assertSameOrigin = ({ headers }: APIGatewayProxyEventV2): void => {
  if (headers.origin === requireEnv('SITE_ORIGIN')) return
  throw new Problem('forbidden', 'Cette action n’est possible que depuis les pages du site.')
}
