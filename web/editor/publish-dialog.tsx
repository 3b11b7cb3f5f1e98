// Before a draft becomes a version that never changes: what stands in the way, what changes, and for whom.
import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Finding } from '../../forms/editing-wire.ts'
import type { Change, Published } from '../../forms/publishing-wire.ts'
import { Dialog, DialogActions } from '../shared/dialog.tsx'
import { Loading, Note } from '../shared/feedback.tsx'
import { Refusal } from '../shared/refusal.tsx'
import { useAction } from '../shared/use-action.ts'
import { quoted } from '../shared/words.ts'
import { ChangesList } from './changes-list.tsx'
import type { Editing } from './editing.ts'
import { FilledIn } from './filled-in.tsx'
import { changesSince, publish } from './forms-api.ts'
import { PublishFindings } from './publish-findings.tsx'
import { PublishedDialog } from './published-dialog.tsx'
import { TouchedCampaigns } from './touched-campaigns.tsx'
import { useRunning } from './use-running.ts'

type Props = {
  readonly editing: Editing
  readonly findings: readonly Finding[] | undefined
  readonly onGo: (finding: Finding) => void
  readonly onClose: () => void
}

export const PublishDialog = (props: Props): JSX.Element => {
  const { editing, findings = [], onClose, onGo } = props
  const action = useAction()
  const { saved, changes } = useSavedChanges(editing, action.run)
  const [published, setPublished] = useState<Published>()
  const form = editing.form()
  const running = useRunning(form)
  const next = (form.latestVersion ?? 0) + 1
  const isInvalid = editing.doc.text() !== undefined
  const isBlocked = findings.some(({ severity }) => severity === 'error')
  const mayPublish = saved && !isBlocked && !isInvalid

  if (published) return <PublishedDialog {...{ form, published, changes, running }} />
  const act = () =>
    action.run(async () => {
      setPublished(await publish(form.id, editing.revision()))
      editing.end()
    })
  return (
    <Dialog title={`Publier la version ${next} de ${quoted(editing.title())} ?`} onClose={onClose}>
      {isInvalid ? (
        <Note tone="stop">
          Le texte JSON n’est pas valide : corrigez-le d’abord, ou annulez ce qui l’a changé.
        </Note>
      ) : null}
      <PublishFindings content={editing.doc.content()} {...{ findings, onGo }} />
      <Changes {...{ changes }} latest={form.latestVersion} />
      {mayPublish ? <FilledIn content={editing.doc.content()} form={form} /> : null}
      <TouchedCampaigns changes={changes} campaigns={running?.campaigns ?? []} />
      <p>
        Une version publiée ne change plus jamais. <strong>Les campagnes en cours gardent la leur</strong> :
        rien ne change pour les dossiers commencés, tant que vous ne faites pas passer une campagne à la
        nouvelle version.
      </p>
      {action.failure ? <Refusal error={action.failure} /> : null}
      {saved || action.failure ? null : <p role="status">Enregistrement des dernières modifications…</p>}
      {mayPublish ? (
        <DialogActions
          label={`Publier la version ${next}`}
          busyLabel="Publication…"
          busy={action.busy}
          onClose={onClose}
          onAct={act}
        />
      ) : (
        <div class="dialog-actions">
          <button type="button" class="btn quiet" onClick={onClose}>
            Fermer
          </button>
        </div>
      )}
    </Dialog>
  )
}

/** Saves what is not saved, then asks what changes since the latest version: none without one. */
const useSavedChanges = (editing: Editing, run: (what: () => Promise<unknown>) => Promise<void>) => {
  const [saved, setSaved] = useState(false)
  const [changes, setChanges] = useState<readonly Change[]>()
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    run(async () => {
      setSaved(await editing.flush())
      const { id, latestVersion } = editing.form()
      if (latestVersion !== undefined) setChanges((await changesSince(id, latestVersion)).items)
    })
  }, [editing, run])
  return { saved, changes }
}

type ChangesProps = { readonly changes: readonly Change[] | undefined; readonly latest: number | undefined }

const Changes = ({ changes, latest }: ChangesProps): JSX.Element => {
  if (latest === undefined) return <p>C’est la première version de ce questionnaire.</p>
  if (!changes) return <Loading label="Comparaison avec la version publiée…" blocks={1} />
  if (changes.length === 0) return <p>Rien ne change depuis la version {latest}.</p>
  return (
    <>
      <h3>Ce qui change depuis la version {latest}</h3>
      <ChangesList changes={changes} />
    </>
  )
}
