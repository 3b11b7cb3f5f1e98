import { assertNoFault, emptyAudience, isCalled } from '../../forms/campaigns.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import { pointer } from '../../forms/problems.ts'
import { shards } from '../store/index-keys.ts'
import { findProjects, listProjectPage } from '../store/projects.ts'

const PAGE = 100
const MAX_FAULTS = 20

/** Throws `invalid-request` unless the audience holds a project: a campaign that would call nobody is a slip. */
export const assertAudience = async (campaign: Campaign): Promise<void> => {
  const { audience } = campaign
  if (audience === 'open') return
  if (typeof audience === 'object' && 'projects' in audience) await assertListed(campaign, audience.projects)
  if (!(await callsSomebody(campaign))) assertNoFault([emptyAudience(audience)])
}

/** Each project of a list is one the Caf funds; the others are named, and not told apart from those of other Cafs. */
const assertListed = async ({ cafId }: Campaign, ids: readonly string[]): Promise<void> => {
  const funded = await findProjects([...new Set(ids)])
  const known = new Set(funded.filter((project) => project.cafId === cafId).map(({ id }) => id))
  const faults = ids.flatMap((id, i) =>
    known.has(id)
      ? []
      : [
          {
            pointer: pointer('audience', 'projects', i),
            detail: `Votre Caf ne finance pas de projet « ${id} ». Retirez-le de la liste.`,
          },
        ],
  )
  assertNoFault(faults.slice(0, MAX_FAULTS))
}

const callsSomebody = async (campaign: Campaign): Promise<boolean> => {
  for (const shard of shards) {
    let from: string | undefined
    do {
      const { projects, next } = await listProjectPage(campaign.cafId, shard, { limit: PAGE, from })
      if (projects.some((project) => isCalled(project, campaign))) return true
      from = next
    } while (from)
  }
  return false
}
