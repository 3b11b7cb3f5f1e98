// POST /campaigns/{id}/validations: the Caf validates several responses of a campaign, each as it was read.
import { type Outcomes, ValidateSeveral } from '../../forms/cockpit-wire.ts'
import { Problem } from '../../forms/problems.ts'
import { actOnSeveral } from '../campaigns/several.ts'
import { noteEach } from '../middleware/access-log.ts'
import { http, ok } from '../middleware/http.ts'
import { validateOne } from '../openings/validate-one.ts'
import { getCampaign } from '../store/campaigns.ts'
import { getDossier } from '../store/responses.ts'

const READ_AGAIN = 'Un nouvel envoi est arrivé depuis que la liste a été lue. Lisez-le avant de valider.'
const ALONE = 'Sa validation ouvre des accès ou un projet : validez ce dossier depuis sa page.'

export const handler = http({
  route: 'POST /campaigns/{id}/validations',
  load: ({ params }) => getCampaign(params.id ?? ''),
  body: ValidateSeveral,
  act: async ({ loaded: campaign, body: { responses }, actor, receivedAt: at }) => {
    const read = new Map(responses.map(({ id, reference }) => [id, reference]))
    const { items, done } = await actOnSeveral(campaign, [...read.keys()], async ({ id }) => {
      await validateOne(await getDossier(id), {
        by: actor.name,
        at,
        before: async ({ receipt }, opening) => {
          if (receipt.reference !== read.get(id)) throw new Problem('stale', READ_AGAIN)
          if (opening) throw new Problem('not-to-validate', ALONE)
        },
      })
      return undefined
    })
    await noteEach('validated', { actor, receivedAt: at }, done)
    return ok({ items } satisfies Outcomes)
  },
})
