// A campaign goes on with another version while fifty clients save and submit: nothing acknowledged is lost, and each
// answer is checked against the version it was made for, or told why not.
import { beforeAll, describe, expect, it } from 'vitest'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { agreed, campaignInTwo, followed, saved, sent, startedBy } from '../support/moving-form.ts'
import { type Caller, usePlatform } from '../support/server.ts'

const CLIENTS = 50
const FEW = 10
const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const STALE = '/problems/stale/'
const CHANGED = '/problems/form-changed/'

let partner: Caller
let editor: Caller
beforeAll(async () => {
  partner = await platform.as('partenaire@asso-belledonne.test')
  editor = await platform.as('concepteur@caf731.test')
})

type Kept = { version: number; section: string; answers: Answers }

/** What a section holds, in words of one version. */
const activity = (version: number, text: string): Answers =>
  version === 1 ? { lieu: text, jours: ['lundi', 'mardi'], note: text } : { site: text, effectif: text }

/** A page: reads, then saves again and again in the version it read; told that this changed, it is loaded anew. */
const page = async (path: string, name: string, isOver: () => boolean): Promise<Kept | undefined> => {
  let kept: Kept | undefined
  for (let load = 0; load < 2 || !isOver(); load += 1) {
    const { body } = await partner.get(path)
    const version: number = body.form.version
    let seen: number = body.sections.activite?.revision ?? 0
    for (let i = 0; i < 3; i += 1) {
      const answers = activity(version, `${name}, ${load}.${i}`)
      const reply = await saved(partner, path, 'activite', { seen, version }, answers)
      if (reply.status !== 200) {
        expect([STALE, CHANGED]).toContain(reply.body.type)
        expect(reply.body.detail).not.toBe('')
        break
      }
      kept = { version, section: 'activite', answers }
      seen = reply.body.revision
    }
  }
  return kept
}

/** The same, then what it saved is transmitted in the version that it was read in. */
const review = async (path: string, key: string): Promise<Kept | undefined> => {
  const { body, etag } = await partner.get(path)
  const version: number = body.form.version
  const answers = { ...activity(version, key), montant: 10 }
  const reply = await sent(partner, path, { etag, version, key }, answers)
  if (reply.status === 201) return { version, section: '', answers }
  expect([STALE, CHANGED]).toContain(reply.body.type)
  return undefined
}

describe('fifty clients while a campaign goes on with another version', () => {
  it('lose nothing that was acknowledged', async () => {
    const campaign = await campaignInTwo('course')
    const half = CLIENTS / 2
    const paths: string[] = []
    for (let i = 0; i < FEW; i += 1) paths.push(await startedBy(partner, campaign, `n${i}`))
    let moved = false
    const isOver = () => moved
    // Several pages of each response, and as many that transmit.
    const clients = Array.from({ length: half }, (_, i) => page(paths[i % FEW] ?? '', `page ${i}`, isOver))
    const reviews = Array.from({ length: half }, (_, i) => review(paths[i % FEW] ?? '', `envoi ${i}`))
    const change = editor.post(`/campaigns/${campaign.id}/version`, { body: agreed }).then(async (reply) => {
      expect(reply.status).toBe(200)
      await followed(editor, campaign.id)
      moved = true
    })
    const kept = await Promise.all(clients)
    const transmitted = await Promise.all(reviews)
    await change
    for (const [i, path] of paths.entries()) {
      const { body } = await partner.get(path)
      expect(body.form.version).toBe(2)
      // The last save of one of the pages is what stands, unless something was transmitted since.
      const ours = kept.filter((_, n) => n % FEW === i).flatMap((one) => one ?? [])
      const sentHere = transmitted.filter((_, n) => n % FEW === i).flatMap((one) => one ?? [])
      const texts = [...ours, ...sentHere].map(({ answers }) => answers.lieu ?? answers.site)
      expect(texts).toContain(body.working.site)
      // Each transmission that was acknowledged counts, as it was sent, in the version it was made for.
      expect(body.submission?.number ?? 0).toBe(sentHere.length)
      for (let number = 1; number <= sentHere.length; number += 1) {
        const one = (await partner.get(`${path}/submissions/${number}`)).body
        const same = sentHere.find(({ answers }) => JSON.stringify(answers) === JSON.stringify(one.answers))
        expect(one.formVersion).toBe(same?.version)
      }
      expect(
        (await partner.get(`${path}/history`)).body.items.map(({ type }: { type: string }) => type),
      ).toContain('version-changed')
    }
  })

  it('who read the same part in both versions are never both told that theirs stands', async () => {
    const campaign = await campaignInTwo('deux-versions')
    const rounds = Array.from({ length: FEW }, async (_, i) => {
      const path = await startedBy(partner, campaign, `d${i}`)
      await saved(partner, path, 'activite', { seen: 0, version: 1 }, activity(1, 'avant'))
      return path
    })
    const paths = await Promise.all(rounds)
    expect((await editor.post(`/campaigns/${campaign.id}/version`, { body: agreed })).status).toBe(200)
    await followed(editor, campaign.id)
    for (const path of paths) {
      const [old, now, other] = await Promise.all([
        saved(
          partner,
          path,
          'activite',
          { seen: 1, version: 1 },
          { ...activity(1, 'ancien'), public: 'ancien' },
        ),
        saved(partner, path, 'activite', { seen: 1, version: 2 }, activity(2, 'nouveau')),
        // « public » was in the other part before: two parts, one question.
        saved(partner, path, 'budget', { seen: 1, version: 2 }, { public: 'nouveau', montant: 3 }),
      ])
      expect([old.status, now.status].filter((status) => status === 200)).toHaveLength(1)
      const { body } = await partner.get(path)
      const told = JSON.stringify([body.working, body.moved.lost])
      if (old.status === 200) expect(told).toContain('ancien')
      if (now.status === 200) expect(body.working.site).toBe('nouveau')
      if (other.status === 200) expect(body.working.public).toBe('nouveau')
      if (old.status === 200 && other.status === 200) expect(told).toContain('"ancien"')
    }
  })
})
