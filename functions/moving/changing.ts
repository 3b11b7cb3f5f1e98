// Has a campaign go on with a later version: what was said of it is put first as an immutable item, then one write on the
// campaign makes it count. Its responses follow as long work; one that is called meanwhile has the new version.
import { randomUUID } from 'node:crypto'
import { checkAnswers } from '../../forms/answers.ts'
import { phaseOf } from '../../forms/campaigns.ts'
import { assertMapping } from '../../forms/moving/mapping-faults.ts'
import type { ChangeVersion, RehearsalItem } from '../../forms/moving-wire.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import { Problem, pointer } from '../../forms/problems.ts'
import { replaceCampaign } from '../store/campaigns.ts'
import { getFormVersion } from '../store/forms.ts'
import { putMove } from '../store/moves.ts'
import { baseVersion, rehearse } from './rehearsing.ts'

/** What a request looks through before it changes anything; the rest is judged as each response follows. */
const LOOK_MS = 12_000
const MOST_TOLD = 50
const MOST_MOVES = 100

type By = { readonly by: string; readonly at: string }

/**
 * Has a campaign go on with a later version. Throws `would-lose` with the values that nobody has agreed to lose: mapped
 * elsewhere, or told in `losing`.
 */
export const changeVersion = async (
  campaign: Campaign,
  asked: ChangeVersion,
  { by, at }: By,
): Promise<void> => {
  const { version, mapping, losing } = asked
  assertMayMove(campaign, version, at)
  const base = baseVersion(campaign, version)
  const [from, to] = await Promise.all([
    getFormVersion(campaign.formId, base),
    getFormVersion(campaign.formId, version),
  ])
  assertMapping({ from, to }, mapping)
  const change = { campaign, to, mapping, check: checkAnswers }
  const { items } = await rehearse(change, { untilMs: Date.now() + LOOK_MS })
  assertAgreed(items, new Set(losing))
  const id = randomUUID()
  await putMove({ id, campaignId: campaign.id, from: base, to: version, mapping, losing, by, at })
  const next: Campaign = {
    ...campaign,
    formVersion: version,
    revision: campaign.revision + 1,
    moves: [...(campaign.moves ?? []), { id, from: base, to: version, at, by }],
  }
  if (!(await replaceCampaign(next))) throw new Problem('concurrent-change')
}

const assertMayMove = (campaign: Campaign, version: number, at: string): void => {
  const phase = phaseOf(campaign, at)
  if (phase === 'draft')
    throw new Problem(
      'campaign-not-open',
      'Cette campagne n’est pas publiée : choisissez la version dans sa fiche, rien n’est à reprendre.',
    )
  if (phase === 'closed' || campaign.deletion)
    throw new Problem(
      'campaign-not-open',
      'Cette campagne est close : ses dossiers gardent la version qu’ils ont. Choisissez la nouvelle pour la prochaine campagne.',
    )
  const { formVersion, moves = [] } = campaign
  const isAgain = version === formVersion && moves.length > 0
  if (isAgain || (version > formVersion && moves.length < MOST_MOVES)) return
  const detail =
    version === formVersion
      ? `La campagne a déjà la version ${version}.`
      : `La campagne a la version ${formVersion} et ne va que vers une version plus récente. Pour revenir à la version ${version}, ouvrez un brouillon à partir d’elle et publiez-le.`
  throw new Problem('invalid-request', detail, { errors: [{ pointer: '/version', detail }] })
}

const assertAgreed = (items: readonly RehearsalItem[], agreed: ReadonlySet<string>): void => {
  const lost = items.flatMap(({ projectName, lost }) =>
    lost.filter(({ question }) => !agreed.has(question)).map((value) => ({ ...value, projectName })),
  )
  if (lost.length === 0) return
  const questions = [...new Set(lost.map(({ question }) => question))]
  throw new Problem('would-lose', undefined, {
    errors: lost.slice(0, MOST_TOLD).map(({ question, title, reason, projectName }) => ({
      pointer: pointer('losing') + question,
      detail: `« ${projectName} » : la réponse à « ${title} » n’aurait plus de place. ${reason}`,
    })),
    extra: { questions },
  })
}
