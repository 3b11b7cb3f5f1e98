// A campaign extended before any fan-out: what a write, a sweep and a reminder make of a deadline that is inherited.
import { describe, expect, it } from 'vitest'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import { getCampaign, putCampaign, replaceCampaign } from '../../functions/store/campaigns.ts'
import { closeResponse } from '../../functions/store/closing.ts'
import { followCampaign, inheritDeadline, setDeadline } from '../../functions/store/deadlines.ts'
import { remindResponse } from '../../functions/store/reminding.ts'
import { callResponse, getResponse } from '../../functions/store/responses.ts'
import { saveSection } from '../../functions/store/sections.ts'
import { LATER, publishedCampaign } from '../support/published-campaign.ts'
import { calledResponse } from '../support/response.ts'
import { useTable } from '../support/table.ts'

useTable()

const CLOSED = '2024-07-12T22:00:00.000Z'
const AFTER = '2024-07-12T22:01:00.000Z'

const extended = async (id: string, to = LATER): Promise<Campaign> => {
  const campaign = await getCampaign(id)
  await replaceCampaign({
    ...campaign,
    closesAt: to,
    lastDay: '2024-07-19',
    revision: campaign.revision + 1,
    deadlineChanges: [{ at: AFTER, by: 'Dominique', from: campaign.closesAt, to, reason: 'Orages.' }],
  })
  return getCampaign(id)
}
const called = async (id: string): Promise<void> => {
  await putCampaign(publishedCampaign(id.split('.')[0] ?? ''))
  await callResponse(calledResponse(id))
}
const typesOf = async (id: string) => (await getResponse(id)).history.map(({ type }) => type)

describe('a campaign extended before its fan-out', () => {
  it('is found by a write that comes after the old deadline', async () => {
    await called('ecrit.bauges')
    await extended('ecrit')
    const response = await followCampaign(await getResponse('ecrit.bauges'), AFTER)
    expect(response).toMatchObject({ status: 'called', closesAt: LATER, deadlineFrom: 'campaign' })
    await saveSection(response, { name: 'lieu', answers: {}, seen: 0, by: 'Camille', at: AFTER })
    expect((await getResponse('ecrit.bauges')).status).toBe('draft')
  })

  it('is found by a sweep, which settles nothing', async () => {
    await called('balaye.bauges')
    await extended('balaye')
    expect(await closeResponse('balaye.bauges', AFTER)).toBe(false)
    expect(await getResponse('balaye.bauges')).toMatchObject({ status: 'called', closesAt: LATER })
  })

  it('makes a draft again of what a sweep settled a moment before', async () => {
    await called('manque.bauges')
    expect(await closeResponse('manque.bauges', CLOSED)).toBe(true)
    await extended('manque')
    const response = await followCampaign(await getResponse('manque.bauges'), AFTER)
    expect(response).toMatchObject({ status: 'draft', closesAt: LATER })
    expect(await closeResponse('manque.bauges', LATER)).toBe(true)
    expect((await getResponse('manque.bauges')).status).toBe('missed')
  })

  it('is told once, however many copy it at the same time', async () => {
    await called('tous.bauges')
    const campaign = await extended('tous')
    const response = await getResponse('tous.bauges')
    const copies = Array.from({ length: 8 }, () => inheritDeadline(response, campaign, AFTER))
    expect((await Promise.all(copies)).filter(Boolean)).toHaveLength(1)
    expect(await typesOf('tous.bauges')).toEqual(['called', 'extended'])
  })

  it('gives nobody less time than everybody, and takes nothing from who has more', async () => {
    await called('propre.bauges')
    await callResponse(calledResponse('propre.lac'))
    const give = async (id: string, closesAt: string) =>
      setDeadline(await getResponse(id), { closesAt, from: 'own', at: AFTER, by: 'D.', reason: 'Grève.' })
    await give('propre.bauges', '2024-07-15T22:00:00.000Z')
    await give('propre.lac', '2024-08-01T22:00:00.000Z')
    await extended('propre')
    const at = '2024-07-16T08:00:00.000Z'
    expect(await followCampaign(await getResponse('propre.bauges'), at)).toMatchObject({
      closesAt: LATER,
      deadlineFrom: 'campaign',
    })
    expect(await followCampaign(await getResponse('propre.lac'), '2024-08-02T00:00:00.000Z')).toMatchObject({
      closesAt: '2024-08-01T22:00:00.000Z',
      deadlineFrom: 'own',
    })
  })

  it('is found by a reminder', async () => {
    await called('rappel.bauges')
    await extended('rappel')
    expect(await remindResponse('rappel.bauges', { id: 'r', at: AFTER })).toBe(true)
    expect(await remindResponse('rappel.bauges', { id: 'r', at: AFTER })).toBe(false)
  })
})

describe('an extension of one response', () => {
  it('is refused on what has changed since it was read', async () => {
    await called('course.bauges')
    const seen = await getResponse('course.bauges')
    const give = (closesAt: string) =>
      setDeadline(seen, { closesAt, from: 'own', at: CLOSED, by: 'D.', reason: 'Grève.' })
    const given = await Promise.all([give(LATER), give('2024-08-01T22:00:00.000Z')])
    expect(given.filter(Boolean)).toHaveLength(1)
    expect(await give('2024-07-01T22:00:00.000Z')).toBe(false)
  })
})
