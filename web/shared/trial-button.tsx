// Trying a draft of a questionnaire end to end: a link that the agents of the Caf may open for a week.
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { ApiProblem, request } from './api.ts'
import { Dialog, DialogActions } from './dialog.tsx'
import { Field } from './field.tsx'
import { Refusal } from './refusal.tsx'
import { useAction } from './use-action.ts'
import { quoted } from './words.ts'

type Props = {
  readonly formId: string
  readonly title: string
  /** Awaited before the trial is made of what the server has: true once it has everything. */
  readonly saved?: () => Promise<boolean>
  /** Said to those who hear the button alone. */
  readonly of?: JSX.Element
}

export const TrialButton = ({ of, ...asked }: Props): JSX.Element => {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" class="btn quiet" onClick={() => setOpen(true)}>
        Essayer…{of}
      </button>
      {isOpen ? <TrialDialog {...asked} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

type DialogProps = Omit<Props, 'of'> & { readonly onClose: () => void }

const TrialDialog = ({ formId, title, saved, onClose }: DialogProps): JSX.Element => {
  const action = useAction()
  const [url, setUrl] = useState<string>()
  const [isUnsaved, setUnsaved] = useState(false)
  const begin = () =>
    action.run(async () => {
      const isSaved = (await saved?.()) ?? true
      setUnsaved(!isSaved)
      if (!isSaved) return
      const path = `/forms/${encodeURIComponent(formId)}/trials`
      const { body } = await request(path, { method: 'POST', read: urlIn })
      setUrl(new URL(body, location.origin).href)
    })
  return (
    <Dialog title={`Essayer ${quoted(title)}`} onClose={onClose}>
      <p>
        Un essai se remplit, se relit et s’envoie comme le questionnaire publié, tel que le brouillon est
        enregistré maintenant. C’est pour voir : la Caf ne reçoit rien, aucune campagne ni aucun dossier ne
        change.
      </p>
      {url ? (
        <Ready url={url} onClose={onClose} />
      ) : (
        <>
          <div role="alert">
            {isUnsaved ? (
              <p class="note warn">Le brouillon n’est pas encore enregistré : réessayez dans un instant.</p>
            ) : null}
          </div>
          {action.failure ? <WhyNot error={action.failure} /> : null}
          <DialogActions
            label="Préparer l’essai"
            busyLabel="Préparation…"
            busy={action.busy}
            onClose={onClose}
            onAct={begin}
          />
        </>
      )}
    </Dialog>
  )
}

/** What stands in the way, in the words of the checks. */
const WhyNot = ({ error }: { error: unknown }): JSX.Element => {
  const faults = error instanceof ApiProblem ? (error.document.errors ?? []) : []
  return (
    <>
      <Refusal error={error} />
      {faults.length > 0 ? (
        <ul>
          {faults.map(({ pointer, detail }) => (
            <li key={`${pointer} ${detail}`}>{detail}</li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

const Ready = ({ url, onClose }: { url: string; onClose: () => void }): JSX.Element => {
  const [said, setSaid] = useState('')
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => setSaid('Le lien est copié.'),
      () => setSaid('Le lien n’a pas pu être copié : sélectionnez-le, puis copiez-le.'),
    )
  return (
    <>
      <Field
        name="essai"
        label="Lien de l’essai"
        hint="Tout agent de votre Caf peut l’ouvrir pendant 7 jours. Ensuite l’essai et ses réponses disparaissent."
      >
        {(tied) => (
          <input
            {...tied}
            type="text"
            readOnly
            value={url}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
        )}
      </Field>
      <p role="status">{said}</p>
      <div class="dialog-actions">
        <button type="button" class="btn quiet" onClick={onClose}>
          Fermer
        </button>
        <button type="button" class="btn quiet" onClick={copy}>
          Copier le lien
        </button>
        <a class="btn" href={url} target="_blank" rel="noreferrer" onClick={onClose}>
          Ouvrir l’essai<span class="sr-only"> dans un nouvel onglet</span>
        </a>
      </div>
    </>
  )
}

const urlIn = (body: unknown): string => {
  if (typeof body === 'object' && body !== null && 'url' in body && typeof body.url === 'string')
    return body.url
  throw new Error('POST /forms/{id}/trials answered something else')
}
