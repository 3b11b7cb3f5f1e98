// What changes from one version of a questionnaire to another, as its Caf is told it.
import { beforeAll, describe, expect, it } from 'vitest'
import { applyPatch } from '../../forms/editing/json-patch.ts'
import type { Change } from '../../forms/publishing-wire.ts'
import {
  contentWith,
  DESIGNER,
  editForm,
  makeForm,
  publishForm,
  publishNext,
  question,
} from '../support/made-form.ts'
import { type Caller, usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const choice = (...choices: string[]) => ({ type: 'radiogroup', name: 'statut', title: 'Statut', choices })

let designer: Caller
let path = ''
beforeAll(async () => {
  designer = await platform.as(DESIGNER)
  const { id, etag } = await makeForm(designer, contentWith(choice('asso', 'commune'), question('nom')))
  path = `/forms/${id}`
  await publishForm(designer, id, etag)
  await publishNext(designer, id, contentWith(choice('asso'), question('nom', { isRequired: true })))
  await editForm(designer, id, contentWith(choice('asso'), question('nom', { title: 'Nom complet' })))
})
const told = async (query: string): Promise<string[]> =>
  (await designer.get(`${path}/changes?${query}`)).body.items.map(({ words }: Change) => words)
const versionOf = async (version: number) => (await designer.get(`${path}/versions/${version}`)).body.content

describe('the changes of a questionnaire', () => {
  it('are told in words, with where, and what they do to answers', async () => {
    const { status, body } = await designer.get(`${path}/changes?from=1&to=2`)
    expect(status).toBe(200)
    expect(body.items).toEqual([
      {
        kind: 'choice-removed',
        pointer: '/definition/pages/0/elements/0/choices',
        question: 'statut',
        words: 'Le choix « commune » de la question « Statut » disparaît.',
        effect: 'answers',
      },
      {
        kind: 'required',
        pointer: '/definition/pages/0/elements/1/isRequired',
        question: 'nom',
        words: 'La question « Question nom » devient obligatoire.',
        effect: 'answers',
      },
    ])
    expect(applyPatch(await versionOf(1), body.patch)).toEqual(await versionOf(2))
  })

  it('go both ways, and from a version to itself there are none', async () => {
    expect(await told('from=2&to=1')).toEqual([
      'Le choix « commune » de la question « Statut » apparaît.',
      'La question « Question nom » devient facultative.',
    ])
    expect(await told('from=2&to=2')).toEqual([])
  })

  it('lead to the draft, as it would be published', async () => {
    expect(await told('from=2&to=draft')).toEqual(
      [
        'Le titre de la question « Question nom » devient « Nom complet ».',
        'La question « Question nom » devient facultative.',
      ].map((words) => words.replace('La question « Question nom »', 'La question « Nom complet »')),
    )
  })

  it.each([
    ['from=1', 400, 'Le paramètre « to » attend le numéro d’une version'],
    ['from=brouillon&to=1', 400, 'Le paramètre « from » attend'],
    ['from=1&to=9', 404, 'ses versions vont de 1 à 2'],
    ['from=-1&to=1', 400, 'Le paramètre « from » attend'],
  ])('of %s are refused in words', async (query, status, words) => {
    const reply = await designer.get(`${path}/changes?${query}`)
    expect(reply.status).toBe(status)
    expect(reply.body.detail).toContain(words)
  })

  it('to a draft that is not there are none to tell', async () => {
    const reply = await designer.get('/forms/clas-bilan/changes?from=1&to=draft')
    expect([reply.status, reply.body.detail]).toEqual([
      404,
      'Ce questionnaire n’a pas de brouillon à comparer.',
    ])
  })

  it('are nobody’s but its concepteurs’', async () => {
    for (const [email, status] of [
      ['conseiller@caf731.test', 403],
      ['conseiller@caf741.test', 404],
      ['partenaire@asso-belledonne.test', 404],
    ] as const) {
      const caller = await platform.as(email)
      for (const asked of [`${path}/changes?from=1&to=2`, `${path}/versions/1`])
        expect([email, (await caller.get(asked)).status]).toEqual([email, status])
    }
  })
})
