// Writes the log of accesses (forms/accesses.ts) for the routes that routes.ts marks: reading by an agent, beside the
// act; a change by anyone, after it, a line for each of several responses (`noteEach`). One small write, that never
// fails a request: a line that is lost is said in the process's own log. What an agent reads again within ten minutes, as a page that is reloaded does, is one reading; a
// questionnaire that is saved as it is typed is edited once in that time.
import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { Access, AccessKind } from '../../forms/accesses.ts'
import type { Actor } from '../../forms/nouns/people.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { logged } from '../logged-routes.ts'
import type { RouteKey } from '../routes.ts'
import { putAccess } from '../store/accesses.ts'
import { forEachFew } from '../store/throttling.ts'

const AGAIN_MS = 10 * 60_000
const MOST_REMEMBERED = 2000
const FEW = 10

type Asked = {
  readonly actor: Actor
  readonly params: Readonly<Record<string, string>>
  readonly loaded: unknown
  readonly receivedAt: string
}

/** What things that are loaded say of themselves. */
const Loaded = z.object({
  cafId: z.string().optional(),
  organisation: z.object({ name: z.string(), cafIds: z.array(z.string()).optional() }).optional(),
  organisationId: z.string().optional(),
  campaignId: z.string().optional(),
  organisationName: z.string().optional(),
  projectName: z.string().optional(),
  /** There was nothing in it to read yet. */
  nothingToRead: z.literal(true).optional(),
  title: z.string().optional(),
  name: z.string().optional(),
})

/** Acts, with its line in the log where the route is to have one. */
export const withAccessLogged = async <
  R extends { statusCode?: number | undefined; body?: string | undefined },
>(
  route: RouteKey,
  asked: Asked,
  act: () => Promise<R> | R,
): Promise<R> => {
  const what = logged[route]
  if (!what) return act()
  if (route.startsWith('GET ')) {
    if (thingOf(asked).nothingToRead) return act()
    const [reply] = await Promise.all([act(), noteReading(route, what, asked)])
    return reply
  }
  const reply = await act()
  if ((reply.statusCode ?? 200) < 400 && !(what === 'form-edited' && isAgain(route, asked)))
    await note(what, asked, { ...madeBy(route, reply), ...idsIn(route, asked) })
  return reply
}

/** The line of each of several responses that one request changed, for a handler that knows which. */
export const noteEach = (
  what: AccessKind,
  { actor, receivedAt }: Pick<Asked, 'actor' | 'receivedAt'>,
  responses: readonly Response[],
): Promise<void> =>
  forEachFew(responses, FEW, (loaded) => note(what, { actor, receivedAt, loaded }, { response: loaded.id }))

const noteReading = async (route: RouteKey, what: AccessKind, asked: Asked): Promise<void> => {
  if (sideOf(asked) === 'caf' && !isAgain(route, asked)) await note(what, asked, idsIn(route, asked))
}

/** Whether the same person did the same within ten minutes, as far as this process knows. */
const isAgain = (route: RouteKey, { actor, params, receivedAt }: Asked): boolean => {
  const done = JSON.stringify([actor.email, route, params])
  const last = times.get(done)
  if (last !== undefined && Math.abs(Date.parse(receivedAt) - last) < AGAIN_MS) return true
  if (times.size >= MOST_REMEMBERED) times.clear()
  times.set(done, Date.parse(receivedAt))
  return false
}

const times = new Map<string, number>()

type Ids = Pick<Access, 'response' | 'organisation' | 'campaign' | 'form' | 'label'>

/** The campaign that a request made: nothing that was loaded before it can name it. */
const madeBy = (route: RouteKey, { body = '' }: { body?: string | undefined }): Ids => {
  if (route !== 'POST /campaigns') return {}
  const { data } = Made.safeParse(JSON.parse(body))
  return data ? { campaign: data.id, label: data.title } : {}
}

const Made = z.object({ id: z.string(), title: z.string() })

/** What the address of a request names. */
const idsIn = (route: RouteKey, { params: { id } }: Asked): Ids => {
  if (id === undefined) return {}
  if (route.includes(' /responses/{id}')) return { response: id }
  if (route.includes(' /organisations/{id}')) return { organisation: id }
  if (route.includes(' /forms/{id}')) return { form: id }
  return route.includes(' /campaigns/{id}') ? { campaign: id } : {}
}

const note = async (what: AccessKind, asked: Omit<Asked, 'params'>, ids: Ids): Promise<void> => {
  const { actor, receivedAt: at } = asked
  const thing = thingOf(asked)
  const called = [
    thing.projectName,
    thing.organisationName ?? thing.organisation?.name ?? thing.title ?? thing.name,
  ]
    .filter(Boolean)
    .join(', ')
  const label = ids.label ?? called
  const organisation = ids.organisation ?? thing.organisationId
  const campaign = ids.campaign ?? thing.campaignId
  const access: Access = {
    id: randomUUID().slice(0, 8),
    at,
    what,
    by: actor.name,
    email: actor.email,
    side: sideOf(asked),
    ...(ids.response ? { response: ids.response } : {}),
    ...(organisation ? { organisation } : {}),
    ...(campaign ? { campaign } : {}),
    ...(ids.form ? { form: ids.form } : {}),
    ...(label ? { label } : {}),
  }
  const cafs = thing.cafId ? [thing.cafId] : (thing.organisation?.cafIds ?? [])
  const written = await Promise.allSettled(cafs.map((cafId) => putAccess(cafId, access)))
  for (const one of written)
    if (one.status === 'rejected') console.error({ level: 'ERROR', lostAccess: access, error: one.reason })
}

const thingOf = ({ loaded }: Pick<Asked, 'loaded'>) => Loaded.safeParse(loaded).data ?? {}

/** For whom somebody acts: as an agent of the Caf that the thing belongs to, unless they are of its organisation. */
const sideOf = (asked: Omit<Asked, 'params'>): Access['side'] => {
  const { cafId, organisationId } = thingOf(asked)
  const { memberships, agencies } = asked.actor
  const isMember = memberships.some((membership) => membership.organisationId === organisationId)
  return !isMember && agencies.some((agency) => agency.cafId === cafId) ? 'caf' : 'partner'
}
