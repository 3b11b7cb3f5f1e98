import type { JSX } from 'preact'
import type { CampaignView } from '../../forms/campaign-wire.ts'
import { deadlineText, instantText } from '../../forms/dates.ts'
import { audienceWords } from './campaign-words.ts'
import { RetentionFacts } from './retention-facts.tsx'

/** What was announced: whom it calls, whether more time may be given, what a missed deadline costs. */
export const CampaignRules = ({ campaign }: { campaign: CampaignView }): JSX.Element => {
  const { formTitle, formVersion, schoolYear, audience, extensions, consequence, recursUntil } = campaign
  return (
    <section class="card" aria-labelledby="regles">
      <h2 id="regles">Les règles de la campagne</h2>
      <dl class="side-facts">
        <dt>Questionnaire</dt>
        <dd>
          {formTitle}, version {formVersion}, année {schoolYear}
        </dd>
        <dt>Public</dt>
        <dd>{audienceWords(audience)}</dd>
        <dt>Délai supplémentaire</dt>
        <dd>{extensions ? 'possible, sur décision de la Caf' : 'pas de délai supplémentaire accordé'}</dd>
        {consequence ? (
          <>
            <dt>Conséquence</dt>
            <dd>{consequence}</dd>
          </>
        ) : null}
        <dt>Reconduction</dt>
        <dd>{recursUntil ? `chaque année, jusqu’à ${recursUntil}` : 'aucune'}</dd>
        <RetentionFacts campaign={campaign} />
        <Changes campaign={campaign} />
      </dl>
    </section>
  )
}

const Changes = ({ campaign }: { campaign: CampaignView }): JSX.Element | null =>
  campaign.deadlineChanges.length === 0 ? null : (
    <>
      <dt>Échéance reportée</dt>
      {campaign.deadlineChanges.toReversed().map(({ at, by, from, to, reason }) => (
        <dd key={at}>
          Du {deadlineText(from, campaign.zone)} au <strong>{deadlineText(to, campaign.zone)}</strong> :{' '}
          {reason}
          <br />
          <span class="quiet-text">
            {by}, {instantText(at, campaign.zone)}
          </span>
        </dd>
      ))}
    </>
  )
