import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ProjectList } from '../../forms/campaign-rows-wire.ts'
import type { CampaignView } from '../../forms/campaign-wire.ts'
import { hasOpened, instantsOf, phaseOf } from '../../forms/campaigns.ts'
import type { FormList } from '../../forms/editing-wire.ts'
import type { Caf } from '../../forms/nouns/people.ts'
import { serverNow, useServerNow } from '../shared/clock.ts'
import { type Faults, faultsOf, Refusal } from '../shared/refusal.tsx'
import { useAction } from '../shared/use-action.ts'
import { askedVersion } from './asked-version.ts'
import { AudienceFields } from './audience-fields.tsx'
import {
  audienceOf,
  blankFields,
  type CampaignFields,
  faultsAfter,
  fieldsOf,
  missingFields,
} from './campaign-fields.ts'
import { CampaignPreview } from './campaign-preview.tsx'
import { previewOf } from './campaign-words.ts'
import { DayFields } from './day-fields.tsx'
import { FaultSummary } from './fault-summary.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { QuestionFields } from './question-fields.tsx'
import { RuleFields } from './rule-fields.tsx'
import { saveCampaign } from './save-campaign.ts'

type Props = {
  /** The campaign that is edited, under the ETag it was read with; none for a new one. */
  readonly campaign?: { readonly view: CampaignView; readonly etag: string }
  readonly caf: Caf
  readonly forms: FormList['items']
  readonly projects: ProjectList
}

const labels: Record<string, string> = {
  formId: 'Questionnaire',
  version: 'Version',
  schoolYear: 'Année scolaire',
  title: 'Titre',
  firstDay: 'Premier jour',
  lastDay: 'Dernier jour',
  zone: 'Fuseau horaire',
  reminderDays: 'Rappels',
  audience: 'Qui est appelé',
  extensions: 'Délai supplémentaire',
  consequence: 'Ce que coûte une absence de réponse',
  recursUntil: 'Reconduction',
  keptMonths: 'Conservation des réponses',
}

/** A campaign being created or changed. Once it is open, only what may still change is asked. */
export const CampaignForm = ({ campaign, caf, forms, projects }: Props): JSX.Element => {
  const now = useServerNow()
  const view = campaign?.view
  const [typed, setTyped] = useState<CampaignFields>(() =>
    view ? fieldsOf(view) : blankFields({ forms, zone: caf.zone, now: serverNow(), asked: askedVersion() }),
  )
  const [isTitled, setIsTitled] = useState(view !== undefined)
  const [faults, setFaults] = useState<Faults>({})
  const [attempt, setAttempt] = useState(0)
  const [isPublishing, setIsPublishing] = useState(false)
  const action = useAction()
  const leave = useUnsavedGuard(typed)
  const fields = isTitled ? typed : { ...typed, title: suggestedTitle(typed, forms) }
  const say = (found: Faults) => {
    setFaults(found)
    setAttempt((last) => last + 1)
  }
  useEffect(() => say(faultsOf(action.failure)), [action.failure])
  const isStarted = view !== undefined && hasOpened(view, now)
  const isOver = view !== undefined && phaseOf(view, now) === 'closed'
  const isDraft = (view?.status ?? 'draft') === 'draft'

  const change = (part: Partial<CampaignFields>) => {
    if ('title' in part) setIsTitled(true)
    setTyped((last) => ({ ...last, ...part }))
    setFaults((last) => faultsAfter(last, part, { ...fields, ...part }))
  }
  const isComplete = (): boolean => {
    const { keptMonths } = missingFields(fields)
    const found = isStarted ? (keptMonths ? { keptMonths } : {}) : missingFields(fields)
    say(found)
    return Object.keys(found).length === 0
  }
  const save = (status: 'draft' | 'published') =>
    action.run(async () => {
      const saved = await saveCampaign({ fields, campaign, cafId: caf.id, status })
      leave(`/caf/campagne/?id=${encodeURIComponent(saved.id)}&fait=${saved.done}`)
    })
  const publish = async () => {
    await save('published')
    setIsPublishing(false)
  }
  const askToPublish = () => {
    if (!isComplete()) return
    const preview = previewOf(fields, now)
    if (preview.state === 'faulty') say({ [preview.field]: [preview.sentence] })
    else setIsPublishing(true)
  }

  return (
    <form
      class="edit"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (isComplete()) save(isDraft ? 'draft' : 'published')
      }}
    >
      <div class="edit-fields">
        <FaultSummary {...{ faults, labels }} attempt={attempt} />
        {isStarted ? null : <QuestionFields {...{ fields, forms, faults, change, now }} isNew={!view} />}
        {isOver ? null : <DayFields {...{ fields, faults, change, isStarted }} />}
        {isStarted ? null : (
          <section class="card" aria-labelledby="public">
            <h2 id="public">Pour qui</h2>
            <AudienceFields
              fields={fields}
              projects={projects.items}
              facts={projects.facts}
              faults={faults.audience}
              change={change}
            />
          </section>
        )}
        <RuleFields {...{ fields, faults, change, isStarted }} />
      </div>
      {isStarted ? null : (
        <div class="edit-side">
          <CampaignPreview fields={fields} projects={projects.items} now={now} />
        </div>
      )}
      <div class="edit-actions">
        {action.failure && Object.keys(faultsOf(action.failure)).length === 0 ? (
          <Refusal error={action.failure} />
        ) : null}
        <a class="link" href={view ? `/caf/campagne/?id=${encodeURIComponent(view.id)}` : '/caf/'}>
          Annuler
        </a>
        <button type="submit" class={isDraft ? 'btn quiet' : 'btn'} aria-disabled={action.busy}>
          {isDraft ? 'Enregistrer le brouillon' : 'Enregistrer les modifications'}
        </button>
        {isDraft ? (
          <button type="button" class="btn" aria-disabled={action.busy} onClick={askToPublish}>
            Publier…
          </button>
        ) : null}
      </div>
      {isPublishing ? (
        <PublishDialog
          campaign={{ ...fields, ...instantsOf(fields), audience: audienceOf(fields) }}
          projects={projects.items}
          now={now}
          action={action}
          onPublish={publish}
          onClose={() => setIsPublishing(false)}
        />
      ) : null}
    </form>
  )
}

const suggestedTitle = ({ formId, schoolYear }: CampaignFields, forms: FormList['items']): string =>
  [forms.find(({ id }) => id === formId)?.title, schoolYear].filter(Boolean).join(' ')

/** Has the browser ask before what was typed is lost; answers how to leave without being asked. */
const useUnsavedGuard = (typed: CampaignFields): ((to: string) => void) => {
  const first = useRef(typed)
  const leaving = useRef(false)
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (!leaving.current && first.current !== typed) event.preventDefault()
    }
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [typed])
  return (to) => {
    leaving.current = true
    location.assign(to)
  }
}
