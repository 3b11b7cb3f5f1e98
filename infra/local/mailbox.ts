// Mail on one machine: aws-ses-v2-local takes it as SES would; what it took is kept under the data folder before the
// answer goes back, so that a restart, or a kill, keeps the mailbox. Some addresses send their mail back.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { json as readJson } from 'node:stream/consumers'
import * as z from 'zod'
import { writeWhole } from './write-whole.ts'

const Part = z.object({ Data: z.string() })
/** The part of a SendEmail that our own functions use. */
const SentEmail = z.object({
  FromEmailAddress: z.string(),
  Destination: z.object({ ToAddresses: z.array(z.string()).length(1) }),
  EmailTags: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]),
  Content: z.object({
    Simple: z.object({
      Subject: Part,
      Body: z.object({ Text: Part, Html: Part }),
      Attachments: z
        .array(z.object({ FileName: z.string(), ContentType: z.string(), RawContent: z.base64() }))
        .default([]),
    }),
  }),
})

const KeptMail = z.object({
  id: z.string(),
  at: z.string(),
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  attachments: z.array(z.object({ name: z.string(), type: z.string(), base64: z.string() })),
})
export type KeptMail = z.infer<typeof KeptMail>

type Options = {
  readonly dataDir: string
  /** Domain clock, epoch milliseconds. */
  readonly now: () => number
  /** Told what EventBridge would carry when a mail comes back. */
  readonly onReturn: (event: unknown) => Promise<unknown>
}

/** Serves SES by `handle`; `list` and `find` read the mailbox, the latest first. */
export const createMailbox = ({ dataDir, now, onReturn }: Options) => {
  const folder = join(dataDir, 'mails')
  mkdirSync(folder, { recursive: true })
  let emulator: Promise<Server> | undefined

  const accepted = async (request: IncomingMessage, body: unknown): Promise<globalThis.Response> => {
    emulator ??= startEmulator()
    const address = (await emulator).address()
    const port = address && typeof address === 'object' ? address.port : 0
    return fetch(`http://127.0.0.1:${port}${request.url ?? '/'}`, {
      method: request.method ?? 'POST',
      headers: {
        authorization: request.headers.authorization ?? '',
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    })
  }

  const keep = (body: unknown): void => {
    const sent = SentEmail.parse(body)
    const { Subject, Body, Attachments } = sent.Content.Simple
    const at = new Date(now()).toISOString()
    const id = `${at.replaceAll(/\D/g, '')}-${crypto.randomUUID().slice(0, 8)}`
    const mail: KeptMail = {
      id,
      at,
      from: sent.FromEmailAddress.replace(/^=\?UTF-8\?B\?([\w+/=]+)\?=/, (_, word: string) =>
        Buffer.from(word, 'base64').toString(),
      ),
      to: sent.Destination.ToAddresses[0] ?? '',
      subject: Subject.Data,
      text: Body.Text.Data,
      html: Body.Html.Data,
      attachments: Attachments.map(({ FileName, ContentType, RawContent }) => ({
        name: FileName,
        type: ContentType,
        base64: RawContent,
      })),
    }
    writeWhole(join(folder, `${id}.json`), JSON.stringify(mail))
    const event = returnOf(mail.to, sent.EmailTags)
    if (event) onReturn(event).catch(console.error)
  }

  const names = () => readdirSync(folder).filter((name) => name.endsWith('.json'))
  const read = (name: string): KeptMail =>
    KeptMail.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))

  return {
    handle: async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const body: unknown = await readJson(request).catch(() => undefined)
      try {
        const answer = await accepted(request, body)
        const text = await answer.text()
        if (answer.ok) keep(body)
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text)
      } catch (error) {
        console.error(error)
        response.writeHead(503, { 'content-type': 'application/json' }).end('{}')
      }
    },
    list: (limit = 200): KeptMail[] => names().toSorted().toReversed().slice(0, limit).map(read),
    find: (id: string): KeptMail | undefined =>
      names().includes(`${id}.json`) ? read(`${id}.json`) : undefined,
    close: async (): Promise<void> => {
      const server = await emulator
      server?.closeAllConnections()
      server?.close()
    },
  }
}

export type Mailbox = ReturnType<typeof createMailbox>

type Ses = typeof import('aws-ses-v2-local', { with: { 'resolution-mode': 'require' }})

/** Required rather than imported: Node and Vite disagree on the default export of a CommonJS module. Loaded late. */
const startEmulator = (): Promise<Server> => {
  const ses: Ses = createRequire(import.meta.url)('aws-ses-v2-local')
  return ses.default({ host: '127.0.0.1', port: 0 })
}

/** SES's own simulator addresses, and any that begins with « rejet » or « plainte ». */
const returnOf = (to: string, tags: readonly { Name: string; Value: string }[]): unknown => {
  const bounces = /^(?:rejet.*@|bounce@simulator\.amazonses\.com)/i.test(to)
  const complains = /^(?:plainte.*@|complaint@simulator\.amazonses\.com)/i.test(to)
  if (!bounces && !complains) return undefined
  const mail = { tags: Object.fromEntries(tags.map(({ Name, Value }) => [Name, [Value]])) }
  const recipients = [{ emailAddress: to, diagnosticCode: 'smtp; 550 5.1.1 adresse inconnue (simulation)' }]
  return bounces
    ? {
        'detail-type': 'Email Bounced',
        detail: { mail, bounce: { bounceType: 'Permanent', bouncedRecipients: recipients } },
      }
    : {
        'detail-type': 'Email Complaint Received',
        detail: { mail, complaint: { complainedRecipients: recipients } },
      }
}
