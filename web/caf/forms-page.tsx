// /caf/questionnaires/: the questionnaires of a Caf, for those who write them: what is published, what is being changed.
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { FormList } from '../../forms/editing-wire.ts'
import type { Me } from '../../forms/session-wire.ts'
import { request } from '../shared/api.ts'
import { ErrorState, Loading, StatePage } from '../shared/feedback.tsx'
import { mount } from '../shared/mount.tsx'
import { Said } from '../shared/said.tsx'
import { Shell } from '../shared/shell.tsx'
import { useKeptPage } from '../shared/use-kept-page.ts'
import { ExportFormDialog } from './export-form-dialog.tsx'
import { ForDesigners } from './for-designers.tsx'
import { FormCard } from './form-card.tsx'
import { type FormRow, givenUpSaid } from './form-words.ts'
import { GiveUpDialog } from './give-up-dialog.tsx'
import { NewFormDialog } from './new-form-dialog.tsx'

/** How often it is asked again who is editing what. */
const REFRESH_MS = 20_000

const load = async (signal: AbortSignal): Promise<FormList> =>
  (await request('/forms', { read: (body) => FormList.parse(body), signal })).body

const FormsPage = (): JSX.Element => {
  const { me, loaded, kept, again } = useKeptPage(load)
  const [isMaking, setMaking] = useState(false)
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && again(), REFRESH_MS)
    return () => clearInterval(timer)
  }, [again])
  const mayEdit = kept !== undefined && kept.may.edit.length > 0
  return (
    <Shell me={me} current="/caf/questionnaires/">
      {loaded.state === 'failed' && !kept ? (
        <ErrorState error={loaded.error} onRetry={again} />
      ) : (
        <>
          <div class="head">
            <h1>Questionnaires</h1>
            {mayEdit ? (
              <button type="button" class="btn" onClick={() => setMaking(true)}>
                Nouveau questionnaire…
              </button>
            ) : null}
          </div>
          {kept === undefined ? <Loading label="Chargement des questionnaires…" /> : null}
          {kept && !mayEdit ? <ForDesigners me={me} /> : null}
          {kept && mayEdit ? <Forms list={kept} me={me} again={again} /> : null}
          {isMaking && kept ? (
            <NewFormDialog
              forms={kept.items}
              cafs={kept.cafs.filter(({ id }) => kept.may.edit.includes(id))}
              onClose={() => setMaking(false)}
            />
          ) : null}
        </>
      )}
    </Shell>
  )
}

type FormsProps = { readonly list: FormList; readonly me: Me | undefined; readonly again: () => void }
type Asked = { readonly form: FormRow; readonly what: 'export' | 'give up' }

const Forms = ({ list, me, again }: FormsProps): JSX.Element => {
  const [asked, setAsked] = useState<Asked>()
  const [said, setSaid] = useState('')
  // Said once the list shows it: what was pressed may be gone by then, and the focus with it.
  const [done, setDone] = useState('')
  useEffect(() => {
    if (done) setSaid(done)
    setDone('')
  }, [list])
  const edited = list.items.filter(({ cafId }) => list.may.edit.includes(cafId))
  const close = () => setAsked(undefined)
  return (
    <>
      <Said sentence={said} />
      {edited.length === 0 ? (
        <StatePage icon="pen" level={2} title="Aucun questionnaire">
          <p>
            Créez-en un, vide ou à partir d’un fichier : rien n’est montré à personne avant sa publication.
          </p>
        </StatePage>
      ) : (
        <p class="lead">
          Un brouillon se modifie sans que rien ne change pour les partenaires. Une version publiée ne change
          plus.
        </p>
      )}
      <ul class="plain stack">
        {edited.map((form) => (
          <FormCard
            key={form.id}
            form={form}
            zone={zoneOf(form, list)}
            cafName={list.may.edit.length > 1 ? cafOf(form, list)?.name : undefined}
            email={me?.email}
            onExport={() => setAsked({ form, what: 'export' })}
            onGiveUp={() => setAsked({ form, what: 'give up' })}
          />
        ))}
      </ul>
      {asked?.what === 'export' ? <ExportFormDialog form={asked.form} onClose={close} /> : null}
      {asked?.what === 'give up' ? (
        <GiveUpDialog
          form={asked.form}
          zone={zoneOf(asked.form, list)}
          onClose={() => {
            close()
            again()
          }}
          onDone={() => {
            close()
            setSaid('')
            setDone(givenUpSaid(asked.form.draft?.title ?? asked.form.title))
            again()
          }}
        />
      ) : null}
    </>
  )
}

const cafOf = ({ cafId }: FormRow, { cafs }: FormList) => cafs.find(({ id }) => id === cafId)
const zoneOf = (form: FormRow, list: FormList): string => cafOf(form, list)?.zone ?? 'Europe/Paris'

mount(<FormsPage />)
