// The messages of a response. One is posted by one write on the response: the mail it owes holds it whole, until the
// worker that drains makes it an item of its own.
import {
  type Message,
  Message as MessageItem,
  messageOf,
  otherSide,
  type Side,
} from '../../forms/messages.ts'
import { type OutboxEntry, ResponseStatus } from '../../forms/nouns/history.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { owed } from '../../forms/owed-mails.ts'
import { keys, ranges } from './keys.ts'
import { queryRange } from './query-items.ts'
import { changeResponse } from './responses.ts'
import { putItem, updateItem } from './write-items.ts'

/** A message may be 4,000 characters long, and waits on the item with the mail: few do at a time. */
const MAX_WAITING = 10
/** What the history says of a message: the message itself is among the others. */
const EXCERPT = 120

const unreadOf = { caf: 'unreadByCaf', partner: 'unreadByPartner' } as const satisfies Record<Side, string>
const seenOf = { caf: 'seenByCaf', partner: 'seenByPartner' } as const satisfies Record<Side, string>

/** Every message of a response, oldest first: those made items, and those that still wait on it. */
export const listMessages = async ({ id, outbox }: Response): Promise<Message[]> => {
  const kept = (await queryRange(ranges.messages(id))).map((row) => MessageItem.parse(row))
  const known = new Set(kept.map((message) => message.id))
  const waiting = outbox
    .flatMap((entry) => messageOf(entry) ?? [])
    .filter((message) => !known.has(message.id))
  return [...kept, ...waiting].toSorted((a, b) => a.at.localeCompare(b.at))
}

/**
 * Posts a message, counted as unread by the other side. `title` is that of the question it is about. False when too
 * many wait to be sent: then nothing was posted.
 */
export const postMessage = (
  { id }: Pick<Response, 'id'>,
  message: Message,
  title: string | undefined,
): Promise<boolean> => {
  const unread = unreadOf[otherSide(message.side)]
  const { text, question } = message
  const detail = text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text
  return changeResponse(id, {
    from: ResponseStatus.options,
    entry: {
      id: message.id,
      at: message.at,
      type: 'message',
      by: message.by,
      detail,
      ...(question ? { questions: [question] } : {}),
    },
    mails: [owed.message(message, title)],
    condition: '(attribute_not_exists(outbox) OR size(outbox) < :few)',
    set: [`${unread} = if_not_exists(${unread}, :zero) + :one`],
    values: { ':few': MAX_WAITING, ':zero': 0, ':one': 1 },
  })
}

/** Makes the message that an entry owes the mail of an item of its own; done twice, it changes nothing. */
export const keepMessage = async (id: string, entry: OutboxEntry): Promise<void> => {
  const message = messageOf(entry)
  if (message) await putItem(keys.message(id, message.at, message.id), message)
}

type Seen = { readonly side: Side; readonly left: number; readonly by: string; readonly at: string }

/** Says that a side has read all but `left` messages. False when more came since the response was read. */
export const markSeen = (response: Response, { side, left, by, at }: Seen): Promise<boolean> => {
  const unread = unreadOf[side]
  const seen = response[unread]
  return updateItem(keys.response(response.id), `SET ${unread} = :left, ${seenOf[side]} = :seenBy`, {
    condition: `attribute_exists(pk) AND ${seen === undefined ? `attribute_not_exists(${unread})` : `${unread} = :seen`}`,
    values: { ':left': left, ':seenBy': { at, by }, ...(seen === undefined ? {} : { ':seen': seen }) },
  })
}
