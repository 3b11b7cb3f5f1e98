// /caf/importer/: brings a list from a spreadsheet. A file is looked at first; nothing changes until one confirms.
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { instantText } from '../../forms/dates.ts'
import { ImportList, ImportPreview, ImportView } from '../../forms/import-wire.ts'
import type { ImportKind } from '../../forms/imports.ts'
import type { Agency } from '../../forms/nouns/people.ts'
import { OrganisationList } from '../../forms/people-wire.ts'
import { request } from '../shared/api.ts'
import { Crumbs } from '../shared/crumbs.tsx'
import { Banner, ErrorState, Loading, StatePage } from '../shared/feedback.tsx'
import { mount } from '../shared/mount.tsx'
import { Refusal } from '../shared/refusal.tsx'
import { Shell } from '../shared/shell.tsx'
import { useAction } from '../shared/use-action.ts'
import { usePage } from '../shared/use-page.ts'
import { counted } from './campaign-words.ts'
import { ImportFile } from './import-file.tsx'
import { Preview, previewSentence } from './import-preview.tsx'
import { ImportProgress } from './import-progress.tsx'
import { kindWords } from './import-words.ts'

type Shown = { readonly cafs: readonly Agency[]; readonly imports: ImportList['items'] }

const load = async (signal: AbortSignal): Promise<Shown> => {
  const [organisations, imports] = await Promise.all([
    request('/organisations', { read: (body) => OrganisationList.parse(body), signal }),
    request('/imports', { read: (body) => ImportList.parse(body), signal }),
  ])
  return { cafs: organisations.body.may.create, imports: imports.body.items }
}

const ImportPage = (): JSX.Element => {
  const { me, loaded, again } = usePage(load)
  return (
    <Shell me={me} current="/caf/organisations/">
      <Crumbs steps={[{ href: '/caf/organisations/', label: 'Organisations' }]} here="Importer" />
      {loaded.state === 'failed' ? <ErrorState error={loaded.error} onRetry={again} /> : <h1>Importer</h1>}
      {loaded.state === 'loading' ? <Loading label="Chargement des imports…" /> : null}
      {loaded.state === 'ready' ? <Importing {...loaded.value} again={again} /> : null}
    </Shell>
  )
}

const Importing = ({ cafs, imports, again }: Shown & { again: () => void }): JSX.Element => {
  const [kind, setKind] = useState<ImportKind>('organisations')
  const [preview, setPreview] = useState<ImportPreview>()
  const [started, setStarted] = useState<ImportView>()
  /** How the file was read, where that may be wrong. */
  const [note, setNote] = useState('')
  const action = useAction()
  if (cafs.length === 0) {
    return (
      <StatePage icon="lock" level={2} title="Réservé à l’administrateur">
        <p>L’administrateur de votre Caf importe les organisations, les projets et leurs notifications.</p>
      </StatePage>
    )
  }
  const forget = () => {
    action.forget()
    setPreview(undefined)
    setStarted(undefined)
    setNote('')
  }
  const look = (file: { name: string; text: string; note?: string }) =>
    action.run(async () => {
      forget()
      setNote(file.note ?? '')
      const body = { cafId: cafs[0]?.cafId, kind, fileName: file.name.slice(0, 200), text: file.text }
      const read = (reply: unknown) => ImportPreview.parse(reply)
      setPreview((await request('/imports', { method: 'POST', body, read })).body)
    })
  const confirm = (id: string) =>
    action.run(async () => {
      const path = `/imports/${encodeURIComponent(id)}/confirmation`
      const { body } = await request(path, { method: 'POST', read: (reply) => ImportView.parse(reply) })
      setPreview(undefined)
      setNote('')
      setStarted(body)
    })
  return (
    <>
      <p class="lead">
        Choisissez un fichier : vous verrez ce qu’il apporte, ligne par ligne, avant que rien ne change.
      </p>
      <ImportFile
        kind={kind}
        busy={action.busy}
        onKind={(chosen) => {
          setKind(chosen)
          forget()
        }}
        onFile={look}
        onRefused={forget}
      />
      {action.failure ? <Refusal error={action.failure} /> : null}
      <p role="status" class="import-said">
        {action.busy && !preview ? 'Un instant…' : preview ? previewSentence(preview) : ''}
      </p>
      {note ? (
        <Banner tone="warn" live="status">
          {note}
        </Banner>
      ) : null}
      {preview ? <Preview preview={preview} busy={action.busy} onConfirm={confirm} onLeave={forget} /> : null}
      {started ? <ImportProgress started={started} onDone={again} /> : null}
      <Earlier imports={imports} />
    </>
  )
}

const standing = { prepared: 'regardé, non confirmé', running: 'en cours', done: 'fait' } as const

const Earlier = ({ imports }: { imports: ImportList['items'] }): JSX.Element | null =>
  imports.length === 0 ? null : (
    <section aria-labelledby="precedents">
      <h2 id="precedents">Imports précédents</h2>
      <ul>
        {imports.slice(0, 20).map(({ id, kind, fileName, preparedAt, by, total, status }) => (
          <li key={id}>
            {kindWords[kind].title} : {fileName || 'sans nom'}, {counted(total, 'ligne')}, {standing[status]}{' '}
            ({by}, {instantText(preparedAt, 'Europe/Paris')})
          </li>
        ))}
      </ul>
    </section>
  )

mount(<ImportPage />)
