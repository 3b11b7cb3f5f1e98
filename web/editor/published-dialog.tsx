import type { JSX } from 'preact'
import type { FormView } from '../../forms/editing-wire.ts'
import type { Published } from '../../forms/publishing-wire.ts'
import { Dialog } from '../shared/dialog.tsx'
import { quoted } from '../shared/words.ts'

type Props = { readonly form: FormView; readonly published: Published }

/** The draft is a version now: what can be done with it. */
export const PublishedDialog = ({ form, published }: Props): JSX.Element => {
  const id = encodeURIComponent(form.id)
  return (
    <Dialog
      title={`Version ${published.version} publiée`}
      onClose={() => location.assign('/caf/questionnaires/')}
    >
      <p role="status">
        {quoted(form.title)} a une version {published.version}, qui ne changera plus. Son empreinte :{' '}
        <code>{published.sha256.slice(0, 16)}…</code> (<a href={published.definitionUrl}>fichier publié</a>).
      </p>
      <ul class="next-steps">
        <li>
          <a href={`/caf/questionnaires/versions/?formulaire=${id}`}>
            Voir la version {published.version} et celles d’avant
          </a>
        </li>
        <li>
          <a href="/caf/campagne/modifier/">Créer une campagne</a> avec cette version
        </li>
        <li>
          <a href={`/caf/questionnaire/passage/?formulaire=${id}`}>Faire passer une campagne</a> à cette
          version
        </li>
      </ul>
      <div class="dialog-actions">
        <a class="btn" href="/caf/questionnaires/">
          Retour aux questionnaires
        </a>
      </div>
    </Dialog>
  )
}
