// A partner's year, by organisation and by project: what was due, what is, what comes next. Pure.
import { shownStatus } from '../../forms/lifecycle.ts'
import type { ResponseStatus } from '../../forms/nouns/history.ts'
import type { Upcoming } from '../../forms/people-wire.ts'
import type { ResponseSummary } from '../../forms/response-wire.ts'

const YEAR_MS = 365 * 24 * 3600_000

export type YearItem = {
  readonly key: string
  readonly title: string
  readonly opensAt?: string
  readonly closesAt: string
  readonly zone: string
  readonly consequence?: string | undefined
  readonly dataMapUrl: string
  /** `next` has not opened yet. */
  readonly status: ResponseStatus | 'next'
}
export type ProjectYear = { readonly id: string; readonly name: string; readonly items: readonly YearItem[] }
export type OrganisationYear = {
  readonly id: string
  readonly name: string
  readonly projects: readonly ProjectYear[]
}

/** What each project owed in the last year, owes, and will be asked, by deadline. */
export const yearOf = (
  responses: readonly ResponseSummary[],
  upcoming: readonly Upcoming[],
  now: string,
): OrganisationYear[] => {
  const since = new Date(Date.parse(now) - YEAR_MS).toISOString()
  const rows = [
    ...responses.filter(({ closesAt }) => closesAt > since).map((response) => fromResponse(response, now)),
    ...upcoming.map(fromUpcoming),
  ]
  const organisations = Map.groupBy(rows, ({ organisation }) => organisation.id)
  return [...organisations].map(([id, own]) => ({
    id,
    name: own[0]?.organisation.name ?? '',
    projects: [...Map.groupBy(own, ({ project }) => project.id)]
      .map(([projectId, items]) => ({
        id: projectId,
        name: items[0]?.project.name ?? '',
        items: items.map(({ item }) => item).toSorted((a, b) => a.closesAt.localeCompare(b.closesAt)),
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'fr')),
  }))
}

const fromResponse = (response: ResponseSummary, now: string) => ({
  organisation: { id: response.organisationId ?? '', name: response.organisationName },
  project: { id: response.projectId, name: response.projectName },
  item: {
    key: response.id,
    title: response.campaignTitle,
    closesAt: response.closesAt,
    zone: response.zone,
    consequence: response.consequence,
    dataMapUrl: response.dataMapUrl,
    status: shownStatus(response, now),
  } satisfies YearItem,
})

const fromUpcoming = (upcoming: Upcoming) => ({
  organisation: { id: upcoming.organisationId, name: upcoming.organisationName },
  project: { id: upcoming.projectId, name: upcoming.projectName },
  item: {
    key: `${upcoming.campaignId}.${upcoming.projectId}`,
    title: upcoming.title,
    opensAt: upcoming.opensAt,
    closesAt: upcoming.closesAt,
    zone: upcoming.zone,
    consequence: upcoming.consequence,
    dataMapUrl: upcoming.dataMapUrl,
    status: 'next' as const,
  } satisfies YearItem,
})
