// The rehearsal agrees with the move: for changes and answers made at random, what it tells of each response is what the
// API reads once the campaign has moved.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { assertMapping } from '../../forms/moving/mapping-faults.ts'
import type { Step } from '../../forms/moving/move-answers.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { checkShape, sectionKeys } from '../../forms/shape.ts'
import { everyTypeForm } from '../support/every-type.ts'
import { everyAnswer } from '../support/generate-answers.ts'
import { laterVersion } from '../support/generate-versions.ts'
import { followed, publishNext, saved, startedBy } from '../support/moving-form.ts'
import { type Caller, usePlatform } from '../support/server.ts'
import { openCampaign } from '../support/two-roles.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
let partner: Caller
let editor: Caller
beforeAll(async () => {
  partner = await platform.as('partenaire@asso-belledonne.test')
  editor = await platform.as('concepteur@caf731.test')
})

/** Without documents: those are given apart. */
const { pages } = everyTypeForm.definition as { pages: { elements: { name: string }[] }[] }
const form: FormVersion = {
  ...everyTypeForm,
  definition: {
    ...everyTypeForm.definition,
    pages: pages.map((page) => ({
      ...page,
      elements: page.elements.filter(({ name }) => name !== 'pieces'),
    })) as FormVersion['definition'][string],
  },
}

const makesSense = ({ from, to, mapping }: Step): boolean => {
  try {
    assertMapping({ from, to }, mapping)
    return true
  } catch {
    return false
  }
}

const changes = laterVersion(form).filter(makesSense)

/** A part of the answers, as a draft holds. */
const drafts = fc
  .tuple(everyAnswer(form), fc.array(fc.nat({ max: 40 }), { maxLength: 12 }))
  .map(([answers, gone]) => Object.fromEntries(Object.entries(answers).filter((_, i) => !gone.includes(i))))

describe('a rehearsal', () => {
  it('tells what the API reads after the move', async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(changes, drafts, async ({ to, mapping }, answers) => {
        run += 1
        const formId = `accord-${run}`
        const campaign = await openCampaign({ ...form, formId })
        await publishNext({ ...to, formId })
        const path = await startedBy(partner, campaign, 'un')
        for (const [section, keys] of Object.entries(sectionKeys(form)))
          await saved(partner, path, section, { seen: 0, version: 1 }, pick(answers, keys))
        const asked = { campaignId: campaign.id, to: 2, mapping }
        const told = (await editor.post(`/forms/${formId}/rehearsal`, { body: asked })).body
        expect(told.counts.handled).toBe(1)
        const [item = { lost: [], toComplete: [] }] = told.items
        const losing = [...new Set(item.lost.map(({ question }: { question: string }) => question))]
        const refused = await editor.post(`/campaigns/${campaign.id}/version`, {
          body: { version: 2, mapping },
        })
        expect(refused.status).toBe(losing.length > 0 ? 409 : 200)
        if (losing.length > 0) {
          const body = { version: 2, mapping, losing }
          expect((await editor.post(`/campaigns/${campaign.id}/version`, { body })).status).toBe(200)
        }
        await followed(editor, campaign.id)
        const { body } = await partner.get(path)
        expect(body.moved.lost).toEqual(item.lost)
        expect(body.moved.toComplete).toEqual(item.toComplete.slice(0, 30))
        // What is read is what a page of the new version can save as it is.
        expect(checkShape({ ...to, formId }, body.working, {}).answers).toEqual(body.working)
        for (const [section, keys] of Object.entries(sectionKeys(to))) {
          const seen = body.sections[section]?.revision ?? 0
          const reply = await saved(partner, path, section, { seen, version: 2 }, pick(body.working, keys))
          expect([reply.status, reply.text]).toEqual([200, expect.anything()])
        }
        expect((await partner.get(path)).body.working).toEqual(body.working)
      }),
      { numRuns: 15, endOnFailure: true },
    )
  })
})

const pick = (answers: Answers, keys: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => keys.includes(key)))
