import type { JSX } from 'preact'
import type { CampaignJobView, CampaignView } from '../../forms/campaign-wire.ts'
import { instantText } from '../../forms/dates.ts'
import { Icon } from '../shared/icons.tsx'
import { isRunning, jobWords } from './campaign-words.ts'

type Props = { readonly campaign: CampaignView; readonly now: string }

/** The long work that is under way, and how far it came: it goes on by itself. */
export const RunningWork = ({ jobs }: { readonly jobs: readonly CampaignJobView[] }): JSX.Element => (
  <div role="status">
    {jobs.filter(isRunning).map(({ name, kind, handled }) => (
      <div key={name} class="banner info running">
        <p>
          <strong>{jobWords[kind].doing} :</strong> {jobWords[kind].done(handled)} jusqu’ici. Cela se poursuit
          sans vous : vous pouvez quitter cette page.
        </p>
        <progress aria-label={jobWords[kind].doing} />
      </div>
    ))}
  </div>
)

/** Everything the campaign does by itself, done and to come. */
export const CampaignWork = ({ campaign, now }: Props): JSX.Element | null =>
  campaign.jobs.length === 0 ? null : (
    <section class="card" aria-labelledby="travail">
      <h2 id="travail">Ce que la campagne fait automatiquement</h2>
      <ol class="plain timeline">
        {campaign.jobs.map((job) => (
          <li key={job.name} class={job.doneAt ? 'ok' : ''}>
            <span class="dot">
              <Icon name={job.doneAt ? 'check' : isRunning(job) ? 'half' : 'clock'} size={14} />
            </span>
            <div>
              <strong>{jobWords[job.kind].title}</strong>
              <p class="quiet-text">
                {instantText(job.firedAt ?? job.dueAt, campaign.zone)} · {stateWords(job, now)}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )

const stateWords = (job: CampaignJobView, now: string): string => {
  if (job.doneAt) return jobWords[job.kind].done(job.handled)
  if (isRunning(job)) return 'en cours'
  return job.dueAt > now ? 'à venir' : 'sur le point de commencer'
}
