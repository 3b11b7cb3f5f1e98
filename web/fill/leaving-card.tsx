// A draft begun by mistake, or under another name than it should have: what may be done about it while it was never
// transmitted.
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { ResponseView } from '../../forms/response-wire.ts'
import { request } from '../shared/api.ts'
import { Dialog, DialogActions } from '../shared/dialog.tsx'
import { dropDossier } from '../shared/kept-dossiers.ts'
import { Refusal } from '../shared/refusal.tsx'
import { useAction } from '../shared/use-action.ts'
import { quoted } from '../shared/words.ts'
import { RenameDialog } from './rename-dialog.tsx'

type Props = { readonly response: ResponseView; readonly etag: string }

export const LeavingCard = ({ response, etag }: Props): JSX.Element | null => {
  const { giveUp, rename } = response.may
  // Whoever pressed « Supprimer ce brouillon » on another page is asked at once.
  const comesToGiveUp = giveUp !== undefined && location.hash === '#supprimer'
  const [asked, setAsked] = useState<'rename' | 'giveUp' | undefined>(comesToGiveUp ? 'giveUp' : undefined)
  useEffect(() => {
    if (comesToGiveUp) document.getElementById('supprimer')?.scrollIntoView()
  }, [])
  if (!giveUp && !rename) return null
  const close = () => {
    setAsked(undefined)
    // Read again, the page asks nothing.
    history.replaceState(null, '', location.pathname + location.search)
  }
  return (
    <section class="card" aria-labelledby="supprimer">
      <h2 id="supprimer">{giveUp ? 'Commencé par erreur ?' : 'Nom du dossier'}</h2>
      <p>
        {giveUp ? leftWords[giveUp] : null}{' '}
        {rename ? <>Ce dossier s’appelle {quoted(response.projectName)} ; vous pouvez le renommer.</> : null}
      </p>
      <p class="leaving-actions">
        {rename ? (
          <button type="button" class="btn quiet" onClick={() => setAsked('rename')}>
            Renommer ce dossier
          </button>
        ) : null}
        {giveUp ? (
          <button type="button" class="btn quiet" onClick={() => setAsked('giveUp')}>
            Supprimer ce brouillon
          </button>
        ) : null}
      </p>
      {asked === 'giveUp' && giveUp ? (
        <GiveUp response={response} etag={etag} leaves={giveUp} onClose={close} />
      ) : null}
      {asked === 'rename' ? <RenameDialog response={response} onClose={close} /> : null}
    </section>
  )
}

const leftWords = {
  gone: 'Rien n’a été transmis : vous pouvez supprimer ce brouillon.',
  unbegun: 'Rien n’a été transmis : vous pouvez supprimer ce brouillon. La démarche reste à faire.',
} as const

type GiveUpProps = Props & { readonly leaves: 'gone' | 'unbegun'; readonly onClose: () => void }

/** Says what is lost, once, and asks. */
const GiveUp = ({ response, etag, leaves, onClose }: GiveUpProps): JSX.Element => {
  const action = useAction()
  const remove = () =>
    action.run(async () => {
      await request(`/responses/${encodeURIComponent(response.id)}`, {
        method: 'DELETE',
        headers: { 'if-match': etag },
        read: () => undefined,
      })
      await dropDossier(response.id)
      location.assign('/mes-demarches/')
    })
  return (
    <Dialog title={`Supprimer le brouillon de ${quoted(response.projectName)} ?`} onClose={onClose}>
      <p>
        <strong>Toutes les réponses de ce brouillon et les documents joints seront effacés</strong>, pour vous
        comme pour vos collègues. Cela ne peut pas être annulé.
      </p>
      <p>
        {leaves === 'gone'
          ? 'Le dossier disparaîtra de vos démarches. Vous pourrez en commencer un autre jusqu’à l’échéance.'
          : 'La démarche restera « à commencer » : votre Caf l’attend toujours avant l’échéance.'}{' '}
        La Caf garde seulement la trace de cette suppression : qui, et quand.
      </p>
      {action.failure ? <Refusal error={action.failure} /> : null}
      <DialogActions
        label="Supprimer ce brouillon"
        busyLabel="Suppression…"
        busy={action.busy}
        danger
        onClose={onClose}
        onAct={remove}
      />
    </Dialog>
  )
}
