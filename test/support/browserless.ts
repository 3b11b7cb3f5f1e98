// What a browser does during a sign-in, without a browser: follows redirects, keeps cookies, makes PKCE pairs.
import { createHash, randomBytes } from 'node:crypto'

/** A fetch with a cookie jar for one origin, that does not follow redirects by itself. */
export const cookieJar = (origin: string) => {
  const cookies = new Map<string, string>()
  return {
    cookies,
    fetch: async (path: string, init: RequestInit = {}): Promise<Response> => {
      const response = await fetch(new URL(path, origin), {
        ...init,
        redirect: 'manual',
        headers: {
          ...Object.fromEntries(new Headers(init.headers)),
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        },
      })
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';')
        const name = pair.slice(0, pair.indexOf('='))
        if (/Max-Age=0|expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name)
        else cookies.set(name, pair.slice(name.length + 1))
      }
      return response
    },
  }
}

export type Jar = ReturnType<typeof cookieJar>

/** Signs in at the provider as a demo account; answers the code and the verifier that goes with it. */
export const authorize = async (jar: Jar, origin: string, email: string) => {
  const codeVerifier = randomBytes(32).toString('base64url')
  const query = new URLSearchParams({
    client_id: 'echeance-web',
    redirect_uri: `${origin}/connexion/retour/`,
    response_type: 'code',
    scope: 'openid email profile',
    code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: 'etat',
    prompt: 'login',
  })
  let response = await jar.fetch(`/oidc/auth?${query}`)
  const page = response.headers.get('location') ?? ''
  const html = await (await jar.fetch(page)).text()
  response = await jar.fetch(page, { method: 'POST', body: new URLSearchParams({ compte: email }) })
  let location = response.headers.get('location') ?? ''
  while (location && !location.includes('/connexion/retour/')) {
    response = await jar.fetch(location)
    location = response.headers.get('location') ?? ''
  }
  return { code: new URL(location, origin).searchParams.get('code') ?? '', codeVerifier, html }
}
