import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
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
        {quoted(form.title)} a une version {version}, qui ne changera plus.
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
      <details>
        <summary>Pour vérifier le fichier publié</summary>
        <p>
          Son empreinte : <code>{sha256.slice(0, 16)}…</code> (
          <a href={published.definitionUrl}>fichier publié</a>).
        </p>
      </details>
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
    <>
      {mayCreate ? (
        <p>
          <a class="btn" href={href}>
            Créer une campagne avec la version {version}
          </a>
        </p>
      ) : (
        <ToColleague title={form.title} version={version} url={location.origin + href} />
      )}
    </>
  )
}

type ColleagueProps = { readonly title: string; readonly version: number; readonly url: string }

/** The address is of no use to who has not the role: it is handed on, not opened. */
const ToColleague = ({ title, version, url }: ColleagueProps): JSX.Element => {
  const [said, setSaid] = useState('')
  const copy = (): void => {
    navigator.clipboard.writeText(url).then(
      () => setSaid('Le lien est copié.'),
      () => setSaid(`Le lien n’a pas pu être copié. Le voici : ${url}`),
    )
  }
  const subject = `Questionnaire prêt : ${title}`
  const body = `Bonjour,\n\nLa version ${version} du questionnaire « ${title} » est publiée. Pour créer une campagne avec elle :\n${url}\n`
  return (
    <>
      <p>
        La suite est de créer une campagne. Un collègue qui a le rôle « gestionnaire de campagne » le fait :
        envoyez-lui le lien, où la version {version} est déjà choisie.
      </p>
      <p class="dialog-actions">
        <button type="button" class="btn quiet" onClick={copy}>
          Copier le lien
        </button>
        <a
          class="btn"
          href={`mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`}
        >
          Écrire à un collègue
        </a>
      </p>
      <p role="status">{said}</p>
    </>
  )
}
