// /caf/questionnaire/?formulaire=: a concepteur edits the draft of a questionnaire.
import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { FormView } from '../../forms/editing-wire.ts'
import type { Me } from '../../forms/session-wire.ts'
import { Crumbs } from '../shared/crumbs.tsx'
import { ErrorState, Loading, Note, StatePage } from '../shared/feedback.tsx'
import { mount } from '../shared/mount.tsx'
import { Refusal } from '../shared/refusal.tsx'
import { Shell } from '../shared/shell.tsx'
import { useAction } from '../shared/use-action.ts'
import { usePage } from '../shared/use-page.ts'
import { hasUnsent, prepareDevice } from './device-drafts.ts'
import { type DraftView, type Editing, startEditing } from './editing.ts'
import { EditorView } from './editor-view.tsx'
import { getForm, startDraft } from './forms-api.ts'

const formId = new URLSearchParams(location.search).get('formulaire') ?? ''

type Shown = { readonly me: Me; readonly form: FormView }

const load = async (signal: AbortSignal, asking: Promise<Me>): Promise<Shown> => {
  prepareDevice()
  const [me, form] = await Promise.all([asking, getForm(formId, signal)])
  return { me, form }
}

const EditorPage = (): JSX.Element => {
  const { me, loaded, again } = usePage(load)
  const shown = loaded.state === 'ready' ? loaded.value : undefined
  const caf = me?.agencies.find(({ cafId }) => cafId === shown?.form.cafId)?.cafName
  return (
    <Shell me={me} caf={caf} current="/caf/questionnaires/">
      {loaded.state === 'failed' ? <ErrorState error={loaded.error} onRetry={again} /> : null}
      {loaded.state === 'loading' ? <Opening /> : null}
      {shown?.form.draft ? <Open {...shown} draft={shown.form.draft} /> : null}
      {shown && !shown.form.draft ? <WithoutDraft {...shown} onStarted={again} /> : null}
    </Shell>
  )
}

const Opening = (): JSX.Element => (
  <>
    <h1>Questionnaire</h1>
    <Loading label="Chargement du questionnaire…" />
  </>
)

/** The editing goes on through what the page reads again: it is started once. */
const Open = ({ me, form, draft }: Shown & { readonly draft: DraftView }): JSX.Element => {
  const [editing, setEditing] = useState<Editing>()
  const started = useRef(false)
  useEffect(() => {
    if (started.current) return
    started.current = true
    startEditing(me, form, draft).then(setEditing)
  }, [me, form, draft])
  return editing ? <EditorView editing={editing} /> : <Opening />
}

const WithoutDraft = ({ me, form, onStarted }: Shown & { readonly onStarted: () => void }): JSX.Element => {
  const action = useAction()
  const [isUnsent, setIsUnsent] = useState(false)
  useEffect(() => {
    hasUnsent(me.email, form.id).then(setIsUnsent)
  }, [me, form])
  const { latestVersion } = form
  const start = () =>
    action.run(async () => {
      if (latestVersion !== undefined) await startDraft(form.id, latestVersion)
      onStarted()
    })
  return (
    <>
      <Crumbs steps={[{ label: 'Questionnaires', href: '/caf/questionnaires/' }]} here={form.title} />
      <StatePage
        icon="pen"
        title={form.title}
        actions={
          latestVersion === undefined ? null : (
            <button type="button" class="btn" aria-disabled={action.busy} onClick={start}>
              Modifier à partir de la version {latestVersion}
            </button>
          )
        }
      >
        <p>
          Ce questionnaire n’a pas de brouillon. Modifier crée un brouillon : rien ne change pour les
          campagnes tant que vous ne publiez pas.
        </p>
        {isUnsent ? (
          <Note>
            Vos dernières modifications n’ont pas été enregistrées : le brouillon a été publié ou abandonné
            avant. Elles sont gardées sur cet appareil, et vous seront proposées quand vous modifierez ce
            questionnaire ici.
          </Note>
        ) : null}
        {action.failure ? <Refusal error={action.failure} /> : null}
      </StatePage>
    </>
  )
}

mount(<EditorPage />)
