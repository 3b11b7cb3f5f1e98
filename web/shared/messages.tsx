// What the partner and the Caf write to each other about a dossier: the same on both desks.
import type { JSX } from 'preact'
import { useCallback, useEffect, useRef } from 'preact/hooks'
import { instantText } from '../../forms/dates.ts'
import type { Message, Side } from '../../forms/messages.ts'
import { MessageList } from '../../forms/messages-wire.ts'
import { request } from './api.ts'
import { Loading, Note } from './feedback.tsx'
import { MessageForm } from './message-form.tsx'
import { placeOf, stepsOf } from './one-answer.tsx'
import type { SectionOutline } from './outline.ts'
import { useLoad } from './use-load.ts'

type Props = {
  readonly response: {
    readonly id: string
    readonly zone: string
    readonly cafName: string
    readonly organisationName: string
  }
  /** Who reads and writes, as soon as it is known. */
  readonly owner: string | undefined
  readonly outline: readonly SectionOutline[]
  /** Where a question is read; without an address it is named alone. */
  readonly hrefOf?: ((question: string) => string | undefined) | undefined
}

/** The messages, oldest first, and a place to write the next. They are read by whoever may answer, once shown. */
export const Messages = ({ response, owner, outline, hrefOf }: Props): JSX.Element => {
  const { id } = response
  const load = useCallback((signal: AbortSignal) => readMessages(id, signal), [id])
  const [loaded, again] = useLoad(load)
  const shown = loaded.state === 'ready' ? loaded.value : undefined
  const told = useRef(0)
  const arrived = useRef(false)
  useEffect(() => {
    if (!shown) return
    told.current = Math.max(told.current, shown.unread)
    if (!arrived.current && location.hash === '#messages')
      document.getElementById('messages')?.scrollIntoView()
    arrived.current = true
    const last = shown.items.at(-1)
    // Should this fail, they stay unread: nothing is lost.
    if (last && shown.unread > 0 && shown.may.write) markSeen(id, last.id).catch(() => undefined)
  }, [id, shown])
  return (
    <section class="card" aria-labelledby="messages">
      <h2 id="messages" tabIndex={-1}>
        Messages
      </h2>
      {loaded.state === 'loading' ? <Loading label="Chargement des messages…" blocks={1} /> : null}
      {loaded.state === 'failed' ? (
        <Note tone="warn">
          Les messages n’ont pas pu être lus.{' '}
          <button type="button" class="link" onClick={again}>
            Réessayer
          </button>
        </Note>
      ) : null}
      {shown ? (
        <Thread {...{ response, outline, hrefOf, shown }} fresh={told.current || shown.unread} />
      ) : null}
      {shown?.may.write ? (
        <MessageForm {...{ response, owner, outline }} side={shown.side} onSent={again} />
      ) : null}
    </section>
  )
}

type ThreadProps = Omit<Props, 'owner'> & { readonly shown: MessageList; readonly fresh: number }

const Thread = ({ response, outline, hrefOf, shown, fresh }: ThreadProps): JSX.Element => {
  const { items, side, seen } = shown
  if (items.length === 0) return <p class="quiet-text">Aucun message pour le moment.</p>
  const others = items.filter((message) => message.side !== side)
  const unread = new Set(fresh > 0 ? others.slice(-fresh).map(({ id }) => id) : [])
  const lastOwn = items.findLast((message) => message.side === side)
  const read = seen[side === 'caf' ? 'partner' : 'caf']
  return (
    <ol class="plain messages">
      {items.map((message) => (
        <li key={message.id} class={message.side === side ? 'own' : 'theirs'}>
          <p class="message-by">
            <strong>{message.by}</strong>, {sideWords(message.side, response)}
            {unread.has(message.id) ? <span class="tag info">nouveau</span> : null}
          </p>
          <About {...{ message, outline, hrefOf }} />
          <p class="message-text">{message.text}</p>
          <p class="quiet-text">
            {instantText(message.at, response.zone)}
            {message === lastOwn && read && read.at >= message.at ? ` · lu par ${read.by}` : ''}
          </p>
        </li>
      ))}
    </ol>
  )
}

const About = ({ message, outline, hrefOf }: Pick<Props, 'outline' | 'hrefOf'> & { message: Message }) => {
  if (!message.question) return null
  const { title, question } = placeOf(outline, stepsOf(message.question))
  const href = hrefOf?.(question)
  return <p class="message-about">À propos de : {href ? <a href={href}>{title}</a> : title}</p>
}

const sideWords = (side: Side, { cafName, organisationName }: Props['response']): string =>
  side === 'caf' ? cafName : organisationName

const readMessages = async (id: string, signal: AbortSignal): Promise<MessageList> =>
  (
    await request(`/responses/${encodeURIComponent(id)}/messages`, {
      read: (body) => MessageList.parse(body),
      signal,
    })
  ).body

const markSeen = (id: string, last: string) =>
  request(`/responses/${encodeURIComponent(id)}/messages/seen`, {
    method: 'PUT',
    body: { last },
    read: () => undefined,
  })
