// A mail service that does as it is told: it counts what it takes, and can refuse, be busy, or be slow.
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import * as z from 'zod'
import { listen } from '../../infra/local/listen.ts'

const Sent = z.object({
  Destination: z.object({ ToAddresses: z.array(z.string()) }),
  Content: z.object({ Simple: z.object({ Subject: z.object({ Data: z.string() }) }) }),
})
type Answer = { status: number; error?: string }

export type MailService = {
  /** `address: subject` of each mail it took, in order. */
  taken: string[]
  /** What it answers to a mail for an address. */
  answer: (to: string) => Answer | Promise<Answer>
}

/** Starts the service before the tests of a file; each test begins with one that takes everything. */
export const useMailService = (): MailService => {
  const service: MailService = { taken: [], answer: () => ({ status: 200 }) }
  let close = async () => {}
  beforeAll(async () => {
    const server = createServer(async (request, response) => {
      const sent = Sent.parse(await json(request))
      const to = sent.Destination.ToAddresses.join()
      const { status, error } = await service.answer(to)
      if (status === 200) service.taken.push(`${to}: ${sent.Content.Simple.Subject.Data}`)
      response
        .writeHead(status, {
          'content-type': 'application/json',
          ...(error ? { 'x-amzn-errortype': error } : {}),
        })
        .end(JSON.stringify(status === 200 ? { MessageId: 'un' } : { message: error }))
    })
    const listening = await listen(server, 0)
    close = listening.close
    Object.assign(process.env, {
      AWS_ENDPOINT_URL_SESV2: listening.url,
      AWS_MAX_ATTEMPTS: '1',
      MAIL_CONFIGURATION_SET: 'echeance',
      MAIL_FROM: 'ne-pas-repondre@echeance.test',
      SITE_ORIGIN: 'https://echeance.example',
    })
  })
  beforeEach(() => {
    service.taken = []
    service.answer = () => ({ status: 200 })
  })
  afterAll(() => close())
  return service
}
