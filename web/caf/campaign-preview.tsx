import type { JSX } from 'preact'
import type { Project } from '../../forms/nouns/people.ts'
import { Icon } from '../shared/icons.tsx'
import type { CampaignFields } from './campaign-fields.ts'
import { calledBy, counted, previewOf } from './campaign-words.ts'

type Props = { readonly fields: CampaignFields; readonly projects: readonly Project[]; readonly now: string }

/** What the campaign will do as it is filled in now: the very days that the server will decide by. */
export const CampaignPreview = ({ fields, projects, now }: Props): JSX.Element => {
  const preview = previewOf(fields, now)
  return (
    <section class="card preview" aria-labelledby="apercu">
      <h2 id="apercu">Ce que fera la campagne</h2>
      <div role="status">
        {preview.state === 'incomplete' ? (
          <p class="quiet-text">
            Donnez le premier et le dernier jour{'\u00a0'}: l’ouverture et la clôture s’écriront ici.
          </p>
        ) : null}
        {preview.state === 'faulty' ? (
          <p class="note stop">
            <Icon name="alert" />
            {preview.sentence}
          </p>
        ) : null}
        {preview.state === 'sound' ? (
          <dl class="side-facts">
            <dt>S’ouvre</dt>
            <dd>{preview.opens}</dd>
            <dt>Ferme</dt>
            <dd>
              <strong>{preview.closes}</strong>
            </dd>
            <dt>Pour répondre</dt>
            <dd>{counted(preview.days, 'jour')}</dd>
            <dt>Rappels, à ceux qui n’ont pas transmis</dt>
            <dd>{preview.reminders.length === 0 ? 'aucun' : <List items={preview.reminders} />}</dd>
          </dl>
        ) : null}
        <dl class="side-facts">
          <dt>Appelle</dt>
          <dd>{calledWords(fields, projects)}</dd>
          <dt>Délai supplémentaire</dt>
          <dd>
            {fields.extensions ? 'possible, sur décision de la Caf' : 'aucun : c’est dit aux partenaires'}
          </dd>
        </dl>
      </div>
    </section>
  )
}

const calledWords = (fields: CampaignFields, projects: readonly Project[]): string => {
  if (fields.audience === 'import') return 'les projets de l’import'
  const called = calledBy(fields, projects)
  if (!called) return 'personne : chacun peut déposer'
  return called.length === 0 ? 'aucun projet pour le moment' : counted(called.length, 'projet')
}

const List = ({ items }: { items: readonly string[] }): JSX.Element => (
  <ul class="plain">
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
)
