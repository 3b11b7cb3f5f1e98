// The people of an organisation or of a Caf as the API tells of them. In addresses a person is named by a digest of
// their e-mail: addresses end up in logs.
import { createHash } from 'node:crypto'
import type { Agent, Member } from '../../forms/people.ts'
import { personView } from '../../forms/people-views.ts'
import { Problem } from '../../forms/problems.ts'
import { whyQuiet } from '../store/bounces.ts'
import { type House, listPeople } from '../store/members.ts'

type Asked = { readonly now: string; readonly self: string }

const idOf = (email: string): string => createHash('sha256').update(email).digest('hex').slice(0, 16)

/** Everybody, by address. */
export const directory = async <A extends Member | Agent>(house: House<A>, asked: Asked) =>
  Promise.all((await listPeople(house)).map((access) => viewOfPerson(access, asked)))

/** One access as it is told. Mail that came back is looked for only while somebody is awaited. */
export const viewOfPerson = async <A extends Member | Agent>(access: A, { now, self }: Asked) => {
  const { email, joinedAt } = access
  const returned = joinedAt === undefined && (await whyQuiet(email, now)) !== undefined
  return personView(access, { id: idOf(email), now, returned, self })
}

/** The address of the person that an id names. Throws `not-found`. */
export const emailOfPerson = async (house: House, id: string): Promise<string> => {
  const person = (await listPeople(house)).find(({ email }) => idOf(email) === id)
  if (!person) throw new Problem('not-found', 'Cette personne n’a pas d’accès ici, ou n’en a plus.')
  return person.email
}
