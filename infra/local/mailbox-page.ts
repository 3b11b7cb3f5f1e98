// /boite-aux-lettres/: the demo mailbox, read in a browser. The HTML of a mail is shown in a sandboxed frame without
// script, under a policy that allows its one style block; everything else has the look and the headers of the site.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { instantText, zoneName } from '../../forms/dates.ts'
import { letterStyle } from '../../forms/mails/letter.ts'
import type { KeptMail, Mailbox } from './mailbox.ts'
import { securityHeaders } from './site.ts'

export const MAILBOX_PATH = '/boite-aux-lettres/'

const ZONE = 'Europe/Paris'
const letterPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(letterStyle).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation',
].join('; ')

type Document = (title: string, html: string) => string

/** Answers the requests under /boite-aux-lettres/. */
export const createMailboxPage = (mailbox: Mailbox, distDir: string) => {
  const security = securityHeaders(distDir)
  const wrapped = documentOf(join(distDir, 'server/prerender.mjs'))

  const page = async (response: ServerResponse, title: string, html: string, status = 200) => {
    response.writeHead(status, {
      ...security,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    })
    response.end((await wrapped)(title, html))
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, , id, part, index] = (request.url ?? '').split('?')[0]?.split('/') ?? []
    if (!id) return page(response, 'Boîte aux lettres', listHtml(mailbox.list()))
    const mail = mailbox.find(id)
    if (!mail) return page(response, 'Message introuvable', missingHtml, 404)
    if (part === 'message.html') return letter(response, mail)
    if (part === 'piece') return attachment(response, mail, Number(index))
    return page(response, mail.subject, mailHtml(mail))
  }
}

/** The site's own document around a page; a bare one when the site has not been built, as in tests of the API. */
const documentOf = async (prerenderModule: string): Promise<Document> =>
  existsSync(prerenderModule)
    ? (await import(pathToFileURL(prerenderModule).href)).localPage
    : (title, html) =>
        `<!doctype html><html lang="fr"><title>${escaped(title)}</title><main>${html}</main></html>`

/** Links of a mail open in the whole window, not in the frame. */
const letter = (response: ServerResponse, { html }: KeptMail): void => {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': letterPolicy,
    'x-content-type-options': 'nosniff',
  })
  response.end(html.replace('<head>', '<head><base target="_top">'))
}

const attachment = (response: ServerResponse, mail: KeptMail, index: number): void => {
  const found = mail.attachments[index]
  if (!found) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, {
    'content-type': found.type,
    'content-disposition': `attachment; filename="${found.name.replaceAll(/[^\w.-]/g, '_')}"`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  })
  response.end(Buffer.from(found.base64, 'base64'))
}

const listHtml = (mails: readonly KeptMail[]): string => `<h1>Boîte aux lettres</h1>
<p class="lead">Sur cette machine de démonstration, aucun message ne part : ceux qui seraient envoyés sont ici.</p>
${mails.length === 0 ? '<div class="card"><p>Aucun message pour le moment. Transmettez un dossier ou repoussez une échéance : le message arrive en quelques secondes.</p></div>' : `<ul class="plain stack">${mails.map(rowHtml).join('\n')}</ul>`}`

const rowHtml = (mail: KeptMail): string => `<li class="card">
<a class="lead" href="${MAILBOX_PATH}${mail.id}/">${escaped(mail.subject)}</a>
<p class="quiet-text">À ${escaped(mail.to)} · ${instantText(mail.at, ZONE)}${mail.attachments.length > 0 ? ' · avec pièce jointe' : ''}</p>
</li>`

const mailHtml = (
  mail: KeptMail,
): string => `<nav class="crumbs" aria-label="Fil d’Ariane"><ol><li><a href="${MAILBOX_PATH}">Boîte aux lettres</a></li><li aria-current="page">Message</li></ol></nav>
<h1>${escaped(mail.subject)}</h1>
<div class="card stack">
<dl class="facts">
<dt>De</dt><dd>${escaped(mail.from)}</dd>
<dt>À</dt><dd>${escaped(mail.to)}</dd>
<dt>Envoyé</dt><dd>${instantText(mail.at, ZONE, { seconds: true })} (${zoneName(ZONE)})</dd>
${mail.attachments
  .map(
    ({ name }, i) =>
      `<dt>Pièce jointe</dt><dd><a href="${MAILBOX_PATH}${mail.id}/piece/${i}" download="${escaped(name)}">${escaped(name)}</a></dd>`,
  )
  .join('\n')}
</dl>
</div>
<h2>Message</h2>
<iframe class="letter" title="Le message tel qu’il est envoyé" sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation" src="${MAILBOX_PATH}${mail.id}/message.html"></iframe>
<h2>Version en texte</h2>
<div class="card"><pre class="letter-text">${linked(escaped(mail.text))}</pre></div>`

const missingHtml = `<h1>Message introuvable</h1><p>Ce message n’est pas, ou plus, dans la boîte.</p><p><a href="${MAILBOX_PATH}">Revenir à la boîte aux lettres</a></p>`

const linked = (html: string): string =>
  html.replaceAll(/https?:\/\/[^\s<]+[^\s<.,;:]/g, (url) => `<a href="${url}">${url}</a>`)

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
