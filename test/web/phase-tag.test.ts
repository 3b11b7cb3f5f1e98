import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { Campaign } from '../../forms/nouns/campaign.ts'
import { PhaseTag } from '../../web/caf/phase-tag.tsx'

const OPEN = Campaign.parse({
  ...{ id: 'bilan-2026', formId: 'clas-bilan', formVersion: 1, formTitle: 'Bilan', title: 'Bilan' },
  ...{ cafId: 'caf731', cafName: 'Caf de la Savoie', schoolYear: '2025-2026', zone: 'Europe/Paris' },
  ...{ firstDay: '2026-06-01', lastDay: '2026-06-10' },
  ...{ opensAt: '2026-05-31T22:00:00.000Z', closesAt: '2026-06-10T22:00:00.000Z', status: 'published' },
})
const tagAt = (now: string) => renderToString(h(PhaseTag, { campaign: OPEN, now }))

it('warns on the last day of a campaign, and is calm before it', () => {
  expect(tagAt('2026-06-09T21:59:00.000Z')).toMatch(/class="[^"]*\bok\b/)
  expect(tagAt('2026-06-09T22:00:00.000Z')).toMatch(/class="[^"]*\bwarn\b/)
  expect(tagAt('2026-06-10T21:30:00.000Z')).toMatch(/class="[^"]*\bwarn\b/)
  expect(tagAt('2026-06-10T22:00:00.000Z')).not.toMatch(/class="[^"]*\b(?:warn|ok)\b/)
})
