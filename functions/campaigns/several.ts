// Acting on several responses at once: each by its own write, which is made whole or not at all, and each told for
// itself. One that is refused does not keep the others from being done.
import type { Outcomes } from '../../forms/cockpit-wire.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { Response } from '../../forms/nouns/response.ts'
import type { Outcome } from '../../forms/outcome.ts'
import { Problem } from '../../forms/problems.ts'
import { findResponses } from '../store/responses.ts'
import { forEachFew } from '../store/throttling.ts'
import { FEW } from './run.ts'

/** Why a response was not acted on; undefined when it was. */
type Act = (response: Response) => Promise<string | undefined>

/** Acts on those of these responses that are the campaign's, and tells what came of each, in the order asked; `done` are those acted on. */
export const actOnSeveral = async (
  campaign: Campaign,
  ids: readonly string[],
  act: Act,
): Promise<Outcomes & { readonly done: readonly Response[] }> => {
  const asked = [...new Set(ids)]
  const own = (await findResponses(asked)).filter(({ campaignId }) => campaignId === campaign.id)
  const outcomes = new Map<string, Outcome>()
  await forEachFew(own, FEW * 2, async (response) => {
    outcomes.set(response.id, await outcomeOf(response, act))
  })
  return {
    items: asked.map((id) => outcomes.get(id) ?? { id, outcome: 'refused', detail: ELSEWHERE }),
    done: own.filter(({ id }) => outcomes.get(id)?.outcome === 'done'),
  }
}

const ELSEWHERE = 'Ce dossier n’est pas de cette campagne.'

/** A problem with one response is told of it alone; any other failure is the request’s. */
const outcomeOf = async (response: Response, act: Act): Promise<Outcome> => {
  const { id } = response
  try {
    const detail = await act(response)
    return detail === undefined ? { id, outcome: 'done' } : { id, outcome: 'refused', detail }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { id, outcome: 'refused', detail: error.message }
  }
}
