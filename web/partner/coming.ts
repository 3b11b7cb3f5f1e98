// What a partner will be asked, before it opens: each campaign once, with the projects that it will ask. Pure.
import type { Upcoming } from '../../forms/people-wire.ts'

export type Coming = Upcoming & {
  /** By name, under that of their organisation where there are several. */
  readonly projects: readonly string[]
}

/** The campaigns to come, the first to open first. */
export const comingOf = (upcoming: readonly Upcoming[], { withOrganisation = false } = {}): Coming[] =>
  [...Map.groupBy(upcoming, ({ campaignId }) => campaignId).values()]
    .flatMap((same) => {
      const [first] = same
      const projects = same.map(({ projectName, organisationName }) =>
        withOrganisation ? `${projectName} (${organisationName})` : projectName,
      )
      return first ? [{ ...first, projects: projects.toSorted((a, b) => a.localeCompare(b, 'fr')) }] : []
    })
    .toSorted((a, b) => a.opensAt.localeCompare(b.opensAt) || a.closesAt.localeCompare(b.closesAt))
