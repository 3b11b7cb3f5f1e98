import type { JSX } from 'preact'
import { newCampaignUrl } from '../../forms/addresses.ts'
import type { FormView } from '../../forms/editing-wire.ts'
import type { Change, Published } from '../../forms/publishing-wire.ts'
import { Dialog } from '../shared/dialog.tsx'
import { quoted } from '../shared/words.ts'
import type { Running } from './running.ts'
import { CampaignLinks } from './touched-campaigns.tsx'

type Props = {
  readonly form: FormView
  readonly published: Published
  /** What it changed from the version before. */
  readonly changes: readonly Change[] | undefined
  readonly running: Running | undefined
}

/** The draft is a version now: what can be done with it. */
export const PublishedDialog = ({ form, published, changes = [], running }: Props): JSX.Element => {
  const { version, sha256 } = published
  const campaigns = running?.campaigns ?? []
  const isTouching = changes.some(({ effect }) => effect === 'answers')
  return (
    <Dialog title={`Version ${version} publiée`} onClose={() => location.assign('/caf/questionnaires/')}>
      <p role="status">
        {quoted(form.title)} a une version {version}, qui ne changera plus. Son empreinte :{' '}
        <code>{sha256.slice(0, 16)}…</code> (<a href={published.definitionUrl}>fichier publié</a>).
      </p>
      <NewCampaign form={form} version={version} mayCreate={running?.mayCreate ?? true} />
      {campaigns.length > 0 ? (
        <>
          <p>
            {campaigns.length === 1 ? 'Une campagne garde' : `${campaigns.length} campagnes gardent`} sa
            version d’avant tant que vous ne changez rien.
            {isTouching
              ? ' Des changements touchent des réponses : la page du passage montre, avant de rien changer, ce qu’elles deviennent.'
              : ''}
          </p>
          <CampaignLinks
            campaigns={campaigns}
            to={version}
            words={({ title }) => `Faire passer ${quoted(title)} à la version ${version}`}
          />
        </>
      ) : null}
      <div class="dialog-actions">
        <a class="btn quiet" href={`/caf/questionnaires/versions/?formulaire=${encodeURIComponent(form.id)}`}>
          Voir les versions
        </a>
        <a class="btn quiet" href="/caf/questionnaires/">
          Retour aux questionnaires
        </a>
      </div>
    </Dialog>
  )
}

type NewProps = { readonly form: FormView; readonly version: number; readonly mayCreate: boolean }

/** The campaign that asks this version: created here, or by a colleague who is given its address. */
const NewCampaign = ({ form, version, mayCreate }: NewProps): JSX.Element => {
  const href = newCampaignUrl({ formId: form.id, formVersion: version })
  return (
    <p>
      {mayCreate ? (
        <a class="btn" href={href}>
          Créer une campagne avec la version {version}
        </a>
      ) : (
        <>
          Une campagne se crée avec le rôle « gestionnaire de campagne », que vous n’avez pas. Donnez à qui
          l’a cette adresse, où la version {version} est déjà choisie :{' '}
          <a href={href}>{location.origin + href}</a>
        </>
      )}
    </p>
  )
}
