import { once } from 'node:events'
import { get } from 'node:http'
import { expect, it } from 'vitest'
import { usePlatform } from '../support/server.ts'

const platform = usePlatform()

it('leads a page asked for at another name of the machine to the one where people sign in', async () => {
  const { origin } = platform.local
  const elsewhere = origin.replace('localhost', '127.0.0.1')
  // Not by `fetch`, which says itself what it asks for.
  const asked = async (dest: string) => {
    const [reply] = await once(
      get(`${elsewhere}/caf/?x=1`, { headers: { 'sec-fetch-dest': dest } }),
      'response',
    )
    reply.resume()
    return { status: reply.statusCode, to: reply.headers.location }
  }
  expect(await asked('document')).toEqual({ status: 307, to: `${origin}/caf/?x=1` })
  expect((await asked('script')).to).toBeUndefined()
})
