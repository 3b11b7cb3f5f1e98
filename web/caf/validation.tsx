import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { ResponseView } from '../../forms/response-wire.ts'
import { ApiProblem, request } from '../shared/api.ts'
import { Dialog, DialogActions } from '../shared/dialog.tsx'
import { Banner } from '../shared/feedback.tsx'
import { Refusal } from '../shared/refusal.tsx'
import { type Action, useAction } from '../shared/use-action.ts'
import { askAsRead } from './as-read.ts'

type Props = {
  readonly response: ResponseView
  /** Of the response as it is shown: what was read is what is validated. */
  readonly etag: string
  readonly onDone: (sentence: string) => void
  /** Called when somebody else changed what counts meanwhile: nothing was done. */
  readonly onOvertaken: () => void
}

/** The way to validate what was transmitted, and to take that back. */
export const Validation = ({ response, etag, onDone, onOvertaken }: Props): JSX.Element | null => {
  const [open, setOpen] = useState(false)
  const [joins, setJoins] = useState(false)
  const action = useAction()
  const { may, opens } = response
  if (!may.validate && !may.withdraw) return null
  const close = () => {
    setOpen(false)
    setJoins(false)
  }
  const ask = (method: 'POST' | 'DELETE', body: object | undefined, sentence: string) =>
    action.run(async () => {
      try {
        const asked = await askAsRead({ response, etag }, (version) =>
          request(`/responses/${encodeURIComponent(response.id)}/validation`, {
            method,
            headers: { 'if-match': version },
            ...(body ? { body } : {}),
            read: () => undefined,
          }),
        )
        close()
        if (asked === 'overtaken') onOvertaken()
        else onDone(sentence)
      } catch (error) {
        if (!mayJoin(error)) throw error
        setJoins(true)
      }
    })
  const validate = () => ask('POST', { joins }, validatedWords[opens])
  const withdraw = () =>
    ask('DELETE', undefined, 'La validation est retirée. Le partenaire est prévenu par mél.')
  return (
    <>
      <button type="button" class={may.validate ? 'btn' : 'btn quiet'} onClick={() => setOpen(true)}>
        {may.validate ? 'Valider…' : 'Retirer la validation…'}
      </button>
      {open ? (
        <Dialog title={may.validate ? 'Valider ce dossier ?' : 'Retirer la validation ?'} onClose={close}>
          {action.failure ? <Refusal error={action.failure} /> : null}
          <p>{may.validate ? validateWords[opens] : withdrawWords[opens]}</p>
          {joins ? (
            <Banner tone="warn" live="alert">
              <strong>Une organisation est déjà inscrite avec ce numéro.</strong> Valider donne à ces
              personnes un accès à tout ce qu’elle a. Vérifiez qu’elles en font partie.
            </Banner>
          ) : null}
          <Actions
            action={action}
            label={
              may.validate ? (joins ? 'Valider et donner cet accès' : 'Valider') : 'Retirer la validation'
            }
            onAct={may.validate ? validate : withdraw}
            onClose={close}
          />
        </Dialog>
      ) : null}
    </>
  )
}

type ActionsProps = { action: Action; label: string; onAct: () => void; onClose: () => void }

const Actions = ({ action, label, onAct, onClose }: ActionsProps): JSX.Element => (
  <DialogActions label={label} busyLabel="En cours…" busy={action.busy} onClose={onClose} onAct={onAct} />
)

/** The number is of an organisation that is here: it is for the agent to say whether these people belong to it. */
const mayJoin = (error: unknown): boolean =>
  error instanceof ApiProblem && error.problem === 'organisation-exists' && error.document.joins === true

type Opens = ResponseView['opens']

const validateWords: Record<Opens, string> = {
  nothing: 'Le dossier ne changera plus, et le partenaire est prévenu par mél.',
  organisation:
    'L’organisation est inscrite, la personne qui a fait la demande y a accès, et les autres personnes indiquées sont invitées par mél. Le dossier ne changera plus.',
  project:
    'Le projet est inscrit, avec les années de sa convention : les campagnes l’appelleront. Le dossier ne changera plus.',
}

const withdrawWords: Record<Opens, string> = {
  nothing: 'L’envoi du partenaire compte toujours ; il est de nouveau à examiner.',
  organisation:
    'Les accès que cette validation a ouverts sont retirés aussitôt. L’organisation reste inscrite, et l’envoi est de nouveau à examiner.',
  project:
    'Plus aucune campagne n’appellera ce projet tant que le dépôt n’est pas validé. L’envoi est de nouveau à examiner.',
}

const validatedWords: Record<Opens, string> = {
  nothing: 'Le dossier est validé. Le partenaire est prévenu par mél.',
  organisation: 'Le dossier est validé : l’organisation est inscrite et ses accès sont ouverts.',
  project: 'Le dossier est validé : le projet est inscrit.',
}
