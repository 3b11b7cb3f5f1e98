// /caf/questionnaires/versions/?formulaire=: the published versions of a questionnaire, and what changes between them.
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { FormList, FormView } from '../../forms/editing-wire.ts'
import { request } from '../shared/api.ts'
import { Crumbs } from '../shared/crumbs.tsx'
import { ErrorState, Loading } from '../shared/feedback.tsx'
import { mount } from '../shared/mount.tsx'
import { Shell } from '../shared/shell.tsx'
import { usePage } from '../shared/use-page.ts'
import { quoted } from '../shared/words.ts'
import { ExportFormDialog } from './export-form-dialog.tsx'
import { FormChanges } from './form-changes.tsx'
import { draftWords, editorUrl } from './form-words.ts'
import { RestartDialog } from './restart-dialog.tsx'
import { VersionCard } from './version-card.tsx'

type Shown = { readonly form: FormView; readonly zone: string }

const formId = new URLSearchParams(location.search).get('formulaire') ?? ''

const load = async (signal: AbortSignal): Promise<Shown> => {
  const read = (body: unknown) => FormView.parse(body)
  const form = (await request(`/forms/${encodeURIComponent(formId)}`, { read, signal })).body
  const { cafs } = (await request('/forms', { read: (body) => FormList.parse(body), signal })).body
  document.title = `Versions de ${form.title} · Échéance`
  return { form, zone: cafs.find(({ id }) => id === form.cafId)?.zone ?? 'Europe/Paris' }
}

const FormVersionsPage = (): JSX.Element => {
  const { me, loaded, again } = usePage(load)
  const title = loaded.state === 'ready' ? loaded.value.form.title : ''
  return (
    <Shell me={me} current="/caf/questionnaires/">
      <Crumbs
        steps={[{ href: '/caf/questionnaires/', label: 'Questionnaires' }]}
        here={title ? `Versions de ${quoted(title)}` : 'Versions'}
      />
      {loaded.state === 'failed' ? <ErrorState error={loaded.error} onRetry={again} /> : null}
      {loaded.state === 'loading' ? <Loading label="Chargement des versions…" /> : null}
      {loaded.state === 'ready' ? <Versions {...loaded.value} /> : null}
    </Shell>
  )
}

type Asked = { readonly what: 'export' | 'restart'; readonly version: number }

const Versions = ({ form, zone }: Shown): JSX.Element => {
  const [asked, setAsked] = useState<Asked>()
  const { id, title, versions, draft } = form
  const close = () => setAsked(undefined)
  return (
    <>
      <h1>Versions de {quoted(title)}</h1>
      <p class="lead">
        Une version publiée ne change plus : ses réponses et ses exports disent toujours laquelle les a
        demandées.
      </p>
      {draft ? (
        <p>
          {draftWords(draft, zone)} <a href={editorUrl(id)}>Ouvrir le brouillon</a>
        </p>
      ) : null}
      <section aria-labelledby="comparer">
        <h2 id="comparer">Changements</h2>
        <FormChanges form={form} />
      </section>
      <section aria-labelledby="versions">
        <h2 id="versions">Versions publiées</h2>
        {versions.length === 0 ? <p>Ce questionnaire n’a jamais été publié.</p> : null}
        <ul class="plain stack">
          {versions.toReversed().map((version, i) => (
            <VersionCard
              key={version.version}
              formId={id}
              version={version}
              isLatest={i === 0}
              zone={zone}
              onExport={() => setAsked({ what: 'export', version: version.version })}
              onRestart={() => setAsked({ what: 'restart', version: version.version })}
            />
          ))}
        </ul>
      </section>
      {asked?.what === 'export' ? (
        <ExportFormDialog form={form} first={asked.version} onClose={close} />
      ) : null}
      {asked?.what === 'restart' ? (
        <RestartDialog form={form} version={asked.version} zone={zone} onClose={close} />
      ) : null}
    </>
  )
}

mount(<FormVersionsPage />)
