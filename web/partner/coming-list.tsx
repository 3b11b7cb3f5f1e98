import type { JSX } from 'preact'
import { dayText, deadlineText } from '../../forms/dates.ts'
import { DataMapLink } from '../shared/data-map-link.tsx'
import { Icon } from '../shared/icons.tsx'
import { quoted } from '../shared/words.ts'
import type { Coming } from './coming.ts'

/** What will be asked: from when, for which projects, by when, and what missing it costs. */
export const ComingList = ({ coming }: { coming: readonly Coming[] }): JSX.Element | null => {
  if (coming.length === 0) return null
  return (
    <section aria-labelledby="a-venir">
      <h2 id="a-venir">
        À venir <span class="count">{coming.length}</span>
      </h2>
      <ul class="plain card coming">
        {coming.map((campaign) => (
          <li key={campaign.campaignId}>
            <h3>{campaign.title}</h3>
            <p class="due-meta">
              {campaign.projects.length === 1 ? 'Projet' : 'Projets'}{' '}
              {campaign.projects.map(quoted).join(', ')} ·{' '}
              <DataMapLink href={campaign.dataMapUrl} of={campaign.title} />
            </p>
            <p class="due-status">
              <span class="tag">
                <Icon name="calendar" size={16} />À venir, dès le {dayText(campaign.opensAt, campaign.zone)}
              </span>
            </p>
            <p class="due-fact">
              À transmettre avant la fin du <strong>{deadlineText(campaign.closesAt, campaign.zone)}</strong>
            </p>
            {campaign.consequence ? <p class="coming-cost">{campaign.consequence}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
