import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedCampaign, nextYearsCampaign, schoolYearLater } from '../../forms/campaign-changes.ts'
import { planOf, sweepOf } from '../../forms/campaign-plan.ts'
import { faultsOfDays, instantsOf, isCalled, phaseOf, reminderDaysOf } from '../../forms/campaigns.ts'
import { addDays, closingInstant, daysBetween, isZone, localDay } from '../../forms/deadline.ts'
import { extendedDeadline } from '../../forms/extension.ts'
import { underCampaign } from '../../forms/inherited.ts'
import { takesAnswers } from '../../forms/lifecycle.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { Project } from '../../forms/nouns/people.ts'
import { LATER, publishedCampaign } from '../support/published-campaign.ts'
import { calledResponse } from '../support/response.ts'

const ZONES = [
  'Europe/Paris',
  'Indian/Reunion',
  'America/Guadeloupe',
  'America/Martinique',
  'America/Cayenne',
  'Indian/Mayotte',
]
const FIRST = Date.parse('2024-01-01')
const DAYS = (Date.parse('2032-12-31') - FIRST) / 86_400_000
const everyDay = Array.from({ length: DAYS + 1 }, (_, i) =>
  new Date(FIRST + i * 86_400_000).toISOString().slice(0, 10),
)
const days = fc.constantFrom(...everyDay)
const zones = fc.constantFrom(...ZONES)

describe('every day of 2024 to 2032', () => {
  it.each(ZONES)(
    'in %s: the last millisecond is in, the next is out, for an extended response too',
    (zone) => {
      for (const lastDay of everyDay) {
        const { closesAt } = instantsOf({ firstDay: lastDay, lastDay, zone })
        const last = new Date(Date.parse(closesAt) - 1).toISOString()
        expect([localDay(last, zone), localDay(closesAt, zone)]).toEqual([lastDay, addDays(lastDay, 1)])
        for (const response of [
          { status: 'draft', closesAt, deadlineFrom: 'own' } as const,
          underCampaign(
            { status: 'missed', closesAt: '2023-01-01T00:00:00.000Z', deadlineFrom: 'campaign' },
            { closesAt },
          ),
        ]) {
          expect(takesAnswers(response, last)).toBe(true)
          expect(takesAnswers(response, closesAt)).toBe(false)
        }
        const campaign = publishedCampaign('x', { firstDay: lastDay, lastDay, zone })
        expect([phaseOf(campaign, last), phaseOf(campaign, closesAt)]).toEqual(['open', 'closed'])
      }
    },
  )

  it('what a campaign does by itself stands in order between its opening and a minute after its deadline', () => {
    fc.assert(
      fc.property(
        days,
        zones,
        fc.nat(60),
        fc.array(fc.nat(60), { maxLength: 5 }),
        (firstDay, zone, length, before) => {
          const lastDay = addDays(firstDay, length)
          const reminderDays = reminderDaysOf(
            before.filter((day) => day <= length),
            lastDay,
          )
          const campaign = publishedCampaign('x', { firstDay, lastDay, zone, reminderDays })
          const plan = planOf(campaign)
          const instants = plan.map(({ dueAt }) => dueAt)
          expect(instants).toEqual(instants.toSorted())
          expect(new Set(plan.map(({ name }) => name)).size).toBe(plan.length)
          expect(instants[0]).toBe(campaign.opensAt)
          expect(Date.parse(instants.at(-1) ?? '') - Date.parse(campaign.closesAt)).toBe(60_000)
          for (const { kind, dueAt } of plan)
            if (kind === 'remind') expect(campaign.opensAt <= dueAt && dueAt < campaign.closesAt).toBe(true)
          expect(planOf({ ...campaign, status: 'draft' })).toEqual([])
        },
      ),
    )
  })

  it('a campaign cloned for another year is never expired and keeps its shape', () => {
    fc.assert(
      fc.property(days, zones, fc.nat(90), days, (firstDay, zone, length, today) => {
        fc.pre(daysBetween(today, firstDay) < 4 * 365)
        const source = publishedCampaign('x', {
          firstDay,
          lastDay: addDays(firstDay, length),
          zone,
          schoolYear: '2023-2024',
          reminderDays: [length, 0],
          openedAt: '2024-01-01T00:00:00.000Z',
          closedAt: '2024-02-01T00:00:00.000Z',
        })
        const now = closingInstant(today, zone)
        const clone = nextYearsCampaign(source, {}, { id: 'y', formVersion: 2, proposed: false, now })
        expect(clone.closesAt > now).toBe(true)
        expect(clone).toMatchObject({ status: 'draft', revision: 1, follows: 'x', formVersion: 2 })
        expect([clone.openedAt, clone.closedAt]).toEqual([undefined, undefined])
        const years = Number(clone.lastDay.slice(0, 4)) - Number(source.lastDay.slice(0, 4))
        expect(years).toBeGreaterThanOrEqual(1)
        expect(clone.schoolYear).toBe(schoolYearLater('2023-2024', years))
      }),
    )
  })
})

describe('a change', () => {
  const OPEN = '2024-06-20T08:00:00.000Z'
  const change = (campaign: Campaign, asked: object, at = OPEN) =>
    changedCampaign(campaign, asked, { by: 'Dominique', at })

  it('of an open campaign never brings its deadline forward, whatever is asked', () => {
    const campaign = publishedCampaign('x')
    fc.assert(
      fc.property(days, (lastDay) => {
        try {
          expect(change(campaign, { lastDay, reason: 'Orages.' }).closesAt >= campaign.closesAt).toBe(true)
        } catch (error) {
          expect(error).toMatchObject({ name: expect.stringMatching(/campaign-started|invalid-request/) })
        }
      }),
    )
  })

  it('counts revisions, and keeps who moved the deadline and why', () => {
    const moved = change(publishedCampaign('x'), { lastDay: '2024-07-19', reason: 'Orages.' })
    expect(moved).toMatchObject({
      revision: 2,
      closesAt: LATER,
      deadlineChanges: [{ by: 'Dominique', reason: 'Orages.', from: '2024-07-12T22:00:00.000Z', to: LATER }],
    })
    expect(planOf(moved).find(({ kind }) => kind === 'extend')).toMatchObject({ dueAt: OPEN })
  })

  it('opens a closed campaign again only for a deadline to come, with a reason', () => {
    const closed = publishedCampaign('x', { closedAt: '2024-07-12T22:01:00.000Z' })
    const at = '2024-08-01T08:00:00.000Z'
    expect(() => change(closed, { lastDay: '2024-07-20', reason: 'Orages.' }, at)).toThrow('déjà passée')
    expect(() => change(closed, { lastDay: '2024-08-20' }, at)).toThrow('rouvrir')
    const opened = change(closed, { lastDay: '2024-08-20', reason: 'Orages.' }, at)
    expect([opened.closedAt, phaseOf(opened, at)]).toEqual([undefined, 'open'])
    expect(() =>
      change({ ...closed, extensions: false }, { lastDay: '2024-08-20', reason: 'x y z' }, at),
    ).toThrow(expect.objectContaining({ name: 'extensions-forbidden' }))
  })

  it('says again what a campaign says already without being refused', () => {
    const campaign = publishedCampaign('x', { consequence: 'Pas de PS.' })
    const same = {
      title: campaign.title,
      lastDay: campaign.lastDay,
      extensions: true,
      consequence: 'Pas de PS.',
    }
    expect(change(campaign, same)).toEqual({ ...campaign, revision: 2 })
    expect(() => change(campaign, { consequence: null })).toThrow(
      expect.objectContaining({ name: 'campaign-started' }),
    )
  })

  it('publishes what was proposed, unless its deadline has passed meanwhile', () => {
    const draft = publishedCampaign('x', { status: 'draft', proposed: true })
    expect(change(draft, { status: 'published' })).toMatchObject({ status: 'published', proposed: false })
    expect(() => change(draft, { status: 'published' }, '2024-08-01T08:00:00.000Z')).toThrow('déjà passée')
    expect(change(draft, { title: 'Autre titre' }, '2024-08-01T08:00:00.000Z').title).toBe('Autre titre')
  })
})

describe('an extension of one response', () => {
  const response = calledResponse('x.bauges')
  const extend = (lastDay: string, campaign = publishedCampaign('x')) =>
    extendedDeadline(response, campaign, { lastDay, at: '2024-07-01T08:00:00.000Z' })

  it('is later than what the response has, under its campaign too', () => {
    expect(extend('2024-07-19')).toBe(LATER)
    expect(extend('2024-07-12')).toBe(response.closesAt)
    expect(() => extend('2024-07-11')).toThrow('déjà ouvert')
    expect(() => extend('2024-07-15', publishedCampaign('x', { lastDay: '2024-07-19' }))).toThrow(
      '19 juillet',
    )
    expect(() => extend('2024-07-19', publishedCampaign('x', { extensions: false }))).toThrow(
      expect.objectContaining({ name: 'extensions-forbidden' }),
    )
    expect(sweepOf(LATER).dueAt).toBe('2024-07-19T22:01:00.000Z')
  })
})

describe('an audience', () => {
  const project: Project = {
    id: 'clas-du-val',
    name: 'Clas du Val',
    organisationId: 'centre',
    organisationName: 'Centre',
    cafId: 'caf731',
    facts: ['imprimés renvoyés'],
    importIds: ['juin'],
  }
  it.each<[Campaign['audience'], boolean]>([
    ['all', true],
    ['open', false],
    [{ projects: ['clas-du-val'] }, true],
    [{ projects: ['clas-du-lac'] }, false],
    [{ fact: 'imprimés renvoyés' }, true],
    [{ fact: 'autre' }, false],
    [{ importId: 'juin' }, true],
    [{ importId: 'mai' }, false],
  ])('%j calls a project: %s', (audience, called) => {
    expect(isCalled(project, { audience, schoolYear: '2023-2024' })).toBe(called)
  })

  it('leaves out a project whose convention does not cover the year', () => {
    const covered = { ...project, cof: { first: '2024-2025', last: '2027-2028' } }
    const years = ['2023-2024', '2024-2025', '2027-2028', '2028-2029']
    expect(years.map((schoolYear) => isCalled(covered, { audience: 'all', schoolYear }))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})

describe('what days may be', () => {
  it('names the zones that exist', () => {
    for (const zone of [...ZONES, 'UTC', 'Pacific/Noumea']) expect(isZone(zone)).toBe(true)
    for (const zone of ['', 'Paris', '+02:00', 'Europe/Atlantide', 'Europe/Paris; DROP'])
      expect(isZone(zone)).toBe(false)
  })

  it('always says what to change, or nothing', () => {
    fc.assert(
      fc.property(
        days,
        days,
        zones,
        fc.array(fc.integer({ min: -3, max: 80 })),
        days,
        (firstDay, lastDay, zone, reminderDays, today) => {
          const now = closingInstant(today, zone)
          const faults = faultsOfDays({ firstDay, lastDay, zone, reminderDays }, { now, toCome: true })
          const isSound =
            firstDay <= lastDay &&
            lastDay > today &&
            reminderDays.every((day) => day >= 0 && addDays(lastDay, -day) >= firstDay)
          const isFarOff = faults.some(({ detail }) => detail.includes('trop lointain'))
          expect(faults.length === 0).toBe(isSound && !isFarOff)
          for (const { detail } of faults) expect(detail).toMatch(/Donnez|Vérifiez/)
        },
      ),
    )
  })
})
