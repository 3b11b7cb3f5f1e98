// A campaign of many responses in every status, with their steps, for the list of the Caf: put as they would be kept.

import type { ResponseStatus } from '../../forms/nouns/history.ts'
import type { Response, Step } from '../../forms/nouns/response.ts'
import { putCampaign } from '../../functions/store/campaigns.ts'
import { callResponse } from '../../functions/store/responses.ts'
import { publishedCampaign } from '../support/published-campaign.ts'
import { calledResponse } from '../support/response.ts'

const DAY_MS = 86_400_000
const ways: readonly (readonly ResponseStatus[])[] = [
  ['called'],
  ['called', 'draft'],
  ['called', 'draft'],
  ['called', 'draft', 'submitted'],
  ['called', 'draft', 'submitted', 'validated'],
  ['called', 'draft', 'submitted', 'to-correct'],
]

/** Puts an open campaign that closes in five days, with so many responses; they are the same each time. */
export const putBusyCampaign = async (
  id: string,
  count: number,
  { now, formId }: { now: string; formId: string },
): Promise<void> => {
  const day = (days: number) => new Date(Date.parse(now) + days * DAY_MS).toISOString()
  const campaign = publishedCampaign(id, {
    formId,
    firstDay: day(-30).slice(0, 10),
    lastDay: day(5).slice(0, 10),
    openedAt: day(-30),
  })
  await putCampaign(campaign)
  const waiting = Array.from({ length: count }, (_, i) => i).values()
  const worker = async () => {
    for (const i of waiting) await callResponse(busyResponse(i, { campaign, day }))
  }
  await Promise.all(Array.from({ length: 32 }, worker))
}

type Place = { campaign: ReturnType<typeof publishedCampaign>; day: (days: number) => string }

const busyResponse = (i: number, { campaign, day }: Place): Response => {
  const way = ways[i % ways.length] ?? []
  const steps: Step[] = way.map((status, step) => ({ at: day(-29 + ((i * 7 + step * 6) % 28)), status }))
  const sorted = steps.map(({ at }) => at).toSorted()
  const status = way.at(-1) ?? 'called'
  const sentAt = sorted[2] ?? day(-1)
  return calledResponse(`${campaign.id}.projet-${i}`, {
    projectName: `Clas du projet ${(i * 7919) % 10_007}`,
    organisationId: `organisation-${i % 700}`,
    organisationName: `Association ${names[i % names.length]} ${i % 700}`,
    formId: campaign.formId,
    closesAt: campaign.closesAt,
    status,
    steps: steps.map((step, at) => ({ ...step, at: sorted[at] ?? step.at })),
    quarters: status === 'called' ? {} : { structure: i % 5, lieu: (i + 2) % 5 },
    ...(status === 'called' ? {} : { movedAt: sorted[1] ?? day(-1) }),
    ...(way.includes('submitted')
      ? {
          submissionNumber: 1,
          submission: {
            number: 1,
            id: `s-${i}`,
            reference: `BQ-${String(i).padStart(4, '0')}-TEST`,
            sha256: 'a'.repeat(64),
            receivedAt: sentAt,
            by: 'Camille Martin',
            sectionRevisions: {},
          },
        }
      : {}),
    history: [],
  })
}

const names = ['Belledonne', 'des Bauges', 'de l’Isère', 'du Lac', 'des Écrins', 'Mosaïque']
