// Writes the log of accesses (forms/accesses.ts) for the routes that routes.ts marks: reading by an agent, beside the
// act; a change by anyone, after it. One small write, that never fails a request: a line that is lost is said in the
// process's own log. What an agent reads again within ten minutes, as a page that is reloaded does, is one reading; a
// questionnaire that is saved as it is typed is edited once in that time.
import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { Access, AccessKind } from '../../forms/accesses.ts'
import type { Actor } from '../../forms/schemas.ts'
import { logged, type RouteKey } from '../routes.ts'
import { putAccess } from '../store/accesses.ts'

const AGAIN_MS = 10 * 60_000
const MOST_REMEMBERED = 2000

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
  title: z.string().optional(),
  name: z.string().optional(),
})

/** Acts, with its line in the log where the route is to have one. */
export const withAccessLogged = async <R extends { statusCode?: number | undefined }>(
  route: RouteKey,
  asked: Asked,
  act: () => Promise<R> | R,
): Promise<R> => {
  const what = logged[route]
  if (!what) return act()
  if (route.startsWith('GET ')) {
    const [reply] = await Promise.all([act(), noteReading(route, what, asked)])
    return reply
  }
  const reply = await act()
  if ((reply.statusCode ?? 200) < 400 && !(what === 'form-edited' && isAgain(route, asked)))
    await note(route, what, asked)
  return reply
}

const noteReading = async (route: RouteKey, what: AccessKind, asked: Asked): Promise<void> => {
  if (sideOf(asked) === 'caf' && !isAgain(route, asked)) await note(route, what, asked)
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

const note = async (route: RouteKey, what: AccessKind, asked: Asked): Promise<void> => {
  const { actor, params, receivedAt: at } = asked
  const thing = thingOf(asked)
  const { id } = params
  const isOf = (of: string) => route.includes(` /${of}/{id}`) && id !== undefined
  const label = [
    thing.projectName,
    thing.organisationName ?? thing.organisation?.name ?? thing.title ?? thing.name,
  ]
    .filter(Boolean)
    .join(', ')
  const organisation = isOf('organisations') ? id : thing.organisationId
  const campaign = isOf('campaigns') ? id : thing.campaignId
  const access: Access = {
    id: randomUUID().slice(0, 8),
    at,
    what,
    by: actor.name,
    email: actor.email,
    side: sideOf(asked),
    ...(isOf('responses') && id ? { response: id } : {}),
    ...(organisation ? { organisation } : {}),
    ...(campaign ? { campaign } : {}),
    ...(isOf('forms') && id ? { form: id } : {}),
    ...(label ? { label } : {}),
  }
  const cafs = thing.cafId ? [thing.cafId] : (thing.organisation?.cafIds ?? [])
  const written = await Promise.allSettled(cafs.map((cafId) => putAccess(cafId, access)))
  for (const one of written)
    if (one.status === 'rejected') console.error({ level: 'ERROR', lostAccess: access, error: one.reason })
}

const thingOf = ({ loaded }: Asked) => Loaded.safeParse(loaded).data ?? {}

/** For whom somebody acts: as an agent of the Caf that the thing belongs to, unless they are of its organisation. */
const sideOf = (asked: Asked): Access['side'] => {
  const { cafId, organisationId } = thingOf(asked)
  const { memberships, agencies } = asked.actor
  const isMember = memberships.some((membership) => membership.organisationId === organisationId)
  return !isMember && agencies.some((agency) => agency.cafId === cafId) ? 'caf' : 'partner'
}
