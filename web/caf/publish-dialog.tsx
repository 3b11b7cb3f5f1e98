import type { JSX } from 'preact'
import { deadlineText } from '../../forms/dates.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { Project } from '../../forms/nouns/people.ts'
import { Dialog, DialogActions } from '../shared/dialog.tsx'
import { Refusal } from '../shared/refusal.tsx'
import type { Action } from '../shared/use-action.ts'
import { quoted } from '../shared/words.ts'
import { audienceWords, calledProjects, counted, opensWords } from './campaign-words.ts'

type Props = {
  readonly campaign: Pick<
    Campaign,
    'title' | 'audience' | 'schoolYear' | 'opensAt' | 'closesAt' | 'zone' | 'extensions' | 'consequence'
  >
  readonly projects: readonly Project[]
  readonly now: string
  readonly action: Action
  readonly onPublish: () => void
  readonly onClose: () => void
}

/** Says who will be called, when, and what cannot be taken back, before a campaign is published. */
export const PublishDialog = (props: Props): JSX.Element => {
  const { campaign, now, action, onPublish, onClose } = props
  const { title, opensAt, closesAt, zone, extensions, consequence } = campaign
  return (
    <Dialog title={`Publier ${quoted(title)} ?`} onClose={onClose}>
      <Called {...props} />
      <p>
        Les réponses sont attendues jusqu’au <strong>{deadlineText(closesAt, zone)}</strong>.
        {consequence ? ` ${consequence}` : ''}
      </p>
      <p>
        {opensAt <= now
          ? 'Publiée, la campagne est ouverte : elle ne se retire plus'
          : 'Vous pourrez encore tout modifier jusqu’à l’ouverture. Ensuite elle ne se retire plus'}
        {extensions
          ? ', et son échéance ne peut être que reportée.'
          : ', et son échéance ne change plus pour personne : aucun délai supplémentaire n’est accordé.'}
      </p>
      {action.failure ? <Refusal error={action.failure} /> : null}
      <DialogActions
        label="Publier"
        busyLabel="Publication…"
        busy={action.busy}
        onClose={onClose}
        onAct={onPublish}
      />
    </Dialog>
  )
}

const Called = ({ campaign, projects, now }: Props): JSX.Element => {
  const { audience, opensAt, zone } = campaign
  const when = opensAt <= now ? 'tout de suite' : opensWords(opensAt, zone, now)
  const called = calledProjects(campaign, projects)
  if (!called) {
    return (
      <p>
        Personne n’est appelé : toute personne connectée pourra déposer,{' '}
        {opensAt <= now ? 'dès maintenant' : `à partir du ${when.replace(/^le /, '')}`}.
      </p>
    )
  }
  return (
    <>
      <p>
        <strong>
          {called.length === 0 ? 'Aucun projet' : counted(called.length, 'projet')}{' '}
          {called.length > 1 ? 'seront appelés' : 'sera appelé'} {when}
        </strong>
        , par un mél à chaque partenaire : {audienceWords(audience)}.
      </p>
      {called.length > 0 ? (
        <details>
          <summary>Voir les projets</summary>
          <ul class="called">
            {called.slice(0, 200).map(({ id, name, organisationName }) => (
              <li key={id}>
                {name} <span class="quiet-text">({organisationName})</span>
              </li>
            ))}
          </ul>
          {called.length > 200 ? <p>et {called.length - 200} autres.</p> : null}
        </details>
      ) : null}
    </>
  )
}
