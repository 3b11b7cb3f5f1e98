// What anybody may start by themself: a call for projects, an habilitation.
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { deadlineText } from '../../forms/dates.ts'
import type { OpenCampaign } from '../../forms/people-wire.ts'
import type { ResponseSummary } from '../../forms/response-wire.ts'
import type { Me } from '../../forms/session-wire.ts'
import { DataMapLink } from '../shared/data-map-link.tsx'
import { Note } from '../shared/feedback.tsx'
import { StartDialog } from './start-dialog.tsx'

type Props = {
  readonly me: Me
  readonly campaigns: readonly OpenCampaign[]
  /** What they have already: copies may be made of some. */
  readonly responses: readonly ResponseSummary[]
}

export const OpenCampaigns = ({ me, campaigns, responses }: Props): JSX.Element | null => {
  const [open, setOpen] = useState<OpenCampaign>()
  if (campaigns.length === 0) return null
  return (
    <section aria-labelledby="ouvertes">
      <h2 id="ouvertes">Démarches ouvertes à tous</h2>
      <ul class="plain stack">
        {campaigns.map((campaign) => (
          <li key={campaign.id}>
            <article class="card open-campaign" aria-labelledby={`ouverte-${campaign.id}`}>
              <div>
                <h3 id={`ouverte-${campaign.id}`}>{campaign.title}</h3>
                <p class="due-meta">
                  {campaign.cafName} · environ {campaign.estimatedMinutes} min ·{' '}
                  <DataMapLink href={campaign.dataMapUrl} of={campaign.title} />
                </p>
                <p class="due-fact">{opensWords[campaign.opens]}</p>
                <p class="due-fact">
                  À transmettre avant la fin du{' '}
                  <strong>{deadlineText(campaign.closesAt, campaign.zone)}</strong>
                </p>
                {campaign.consequence ? <Note>{campaign.consequence}</Note> : null}
              </div>
              <button type="button" class="btn quiet" onClick={() => setOpen(campaign)}>
                Commencer…<span class="sr-only"> : {campaign.title}</span>
              </button>
            </article>
          </li>
        ))}
      </ul>
      {open ? (
        <StartDialog
          me={me}
          campaign={open}
          earlier={open.mayDuplicate ? responses.filter(({ formTitle }) => formTitle === open.formTitle) : []}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
    </section>
  )
}

const opensWords: Record<OpenCampaign['opens'], string> = {
  organisation: 'Une fois votre demande validée par la Caf, vous avez accès à votre organisation.',
  project:
    'Une fois votre dépôt validé par la Caf, votre projet est inscrit pour les années de sa convention.',
  nothing: 'Votre dossier est examiné par la Caf.',
}
