// /caf/questionnaire/passage/?formulaire=&campagne=: a campaign that runs goes on with another version of its
// questionnaire. What was renamed is told, the change is tried on the responses, then made.
import type { JSX } from 'preact'
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import type { Mapping } from '../../../forms/moving/mapping.ts'
import { mappingOf } from '../../../forms/moving/renames.ts'
import { orphansOf, suggestedMapping } from '../../../forms/moving/suggest.ts'
import { Crumbs } from '../../shared/crumbs.tsx'
import { ErrorState, Loading, StatePage } from '../../shared/feedback.tsx'
import { mount } from '../../shared/mount.tsx'
import { Refusal } from '../../shared/refusal.tsx'
import { Shell } from '../../shared/shell.tsx'
import { useLoad } from '../../shared/use-load.ts'
import { usePage } from '../../shared/use-page.ts'
import { quoted } from '../../shared/words.ts'
import { renamesOf } from '../renames.ts'
import type { Campaign } from '../running.ts'
import { type Change, type Definition, loadChange, readContent } from './load-change.ts'
import { MappingFields } from './mapping-fields.tsx'
import { MoveCard } from './move-card.tsx'
import { RehearsalResult } from './rehearsal-result.tsx'
import { useRehearsal } from './use-rehearsal.ts'
import { targetsOf, VersionFields } from './version-fields.tsx'

const RehearsalPage = (): JSX.Element => {
  const { me, loaded, again } = usePage(loadChange)
  return (
    <Shell me={me} caf={undefined} current="/caf/">
      {loaded.state === 'failed' ? <ErrorState error={loaded.error} onRetry={again} /> : null}
      {loaded.state === 'loading' ? (
        <>
          <h1>Changer de version</h1>
          <Loading label="Chargement du questionnaire…" />
        </>
      ) : null}
      {loaded.state === 'ready' ? <Page {...loaded.value} /> : null}
    </Shell>
  )
}

const Page = ({ form, campaigns, campaign: asked }: Change): JSX.Element => {
  const [campaign, setCampaign] = useState<Campaign | undefined>(asked ?? campaigns[0])
  /** The versions that campaigns got here: what was tried stays on the page beside them. */
  const [moved, setMoved] = useState<Readonly<Record<string, number>>>({})
  const asNow = (one: Campaign): Campaign => ({ ...one, formVersion: moved[one.id] ?? one.formVersion })
  const targets = campaign ? targetsOf(form, campaign) : []
  const [to, setTo] = useState<number | 'draft' | undefined>(askedTarget())
  const target = to !== undefined && targets.includes(to) ? to : targets[0]
  const onMoved = useCallback(
    (id: string, version: number) => setMoved((last) => ({ ...last, [id]: version })),
    [],
  )
  const steps = [{ label: 'Campagnes', href: '/caf/' }]
  return (
    <>
      <Crumbs steps={steps} here="Changer de version" />
      <h1>Changer de version en cours de campagne</h1>
      <p class="lead">{form.title}</p>
      {!campaign ? (
        <StatePage icon="calendar" level={2} title="Aucune campagne en cours">
          <p>
            Aucune campagne ouverte ou à venir ne pose ce questionnaire : choisissez la version dans sa fiche.
          </p>
        </StatePage>
      ) : (
        <VersionFields
          {...{ targets, target }}
          campaigns={campaigns.map(asNow)}
          campaign={asNow(campaign)}
          onCampaign={setCampaign}
          onTarget={setTo}
        />
      )}
      {campaign && target !== undefined ? (
        <Trying key={`${campaign.id}-${target}`} {...{ form, campaign }} to={target} onMoved={onMoved} />
      ) : null}
      {campaign && target === undefined ? (
        <StatePage icon="check" level={2} title="Rien de plus récent">
          <p>
            {quoted(campaign.title)} a la version {campaign.formVersion}, la dernière publiée. Ouvrez un
            brouillon de ce questionnaire pour le modifier.
          </p>
        </StatePage>
      ) : null}
    </>
  )
}

/** What the link to this page asks for. */
const askedTarget = (): number | 'draft' | undefined => {
  const asked = new URLSearchParams(location.search).get('vers')
  return asked === 'brouillon' ? 'draft' : asked === null ? undefined : Number(asked)
}

type Tried = Pick<Change, 'form'> & {
  readonly campaign: Campaign
  readonly to: number | 'draft'
  readonly onMoved: (id: string, version: number) => void
}

/** The change from the campaign's version to another, once both were read. */
const Trying = ({ form, campaign, to, onMoved }: Tried): JSX.Element => {
  const load = useCallback(
    async (signal: AbortSignal) => {
      const [from, next] = await Promise.all([
        readContent(form, campaign.formVersion, signal),
        readContent(form, to, signal),
      ])
      return { from, next }
    },
    [form, campaign, to],
  )
  const [loaded, again] = useLoad(load)
  if (loaded.state === 'loading') return <Loading label="Lecture des deux versions…" />
  if (loaded.state === 'failed') return <ErrorState error={loaded.error} onRetry={again} />
  return <Steps {...{ form, campaign, to, onMoved }} {...loaded.value} />
}

const Steps = ({
  form,
  campaign,
  to,
  onMoved,
  from,
  next,
}: Tried & { readonly from: Definition; readonly next: Definition }): JSX.Element => {
  const known = useMemo(() => mappingOf(renamesOf(form.id), from, next), [form.id, from, next])
  const [mapping, setMapping] = useState<Mapping>(() => suggestedMapping(from, next, known))
  const [isStarted, setStarted] = useState(false)
  const { found, action, rehearse, forget } = useRehearsal()
  const orphans = useMemo(() => orphansOf(from, next, mapping), [from, next, mapping])
  const asked = { formId: form.id, campaignId: campaign.id, to, mapping }
  const change = (changed: Mapping) => {
    setMapping(changed)
    forget()
  }
  // Tried again, it tells what stayed behind.
  const [isDone, setDone] = useState(false)
  const onDone = useCallback(() => {
    setStarted(false)
    setDone(true)
    if (to !== 'draft') onMoved(campaign.id, to)
  }, [campaign, to, onMoved])
  useEffect(() => {
    document.title = `Version ${to === 'draft' ? 'en brouillon' : to}, ${campaign.title} · Échéance`
  }, [to, campaign])
  return (
    <>
      <section class="card" aria-labelledby="correspondances">
        <h2 id="correspondances">1. Ce qui a changé de nom</h2>
        {orphans.length > 0 ? (
          <p>
            Une réponse suit sa question quand elle garde son nom. Pour celles-ci, dites laquelle prend la
            suite ; ce qui est probable est déjà choisi.
          </p>
        ) : null}
        <MappingFields orphans={orphans} mapping={mapping} known={known} onChange={change} />
      </section>
      <section class="card" aria-labelledby="essai">
        <h2 id="essai">2. Essayer sur les dossiers</h2>
        <p>Chaque brouillon et chaque envoi est relu dans la nouvelle version. Rien ne change.</p>
        {action.failure ? <Refusal error={action.failure} /> : null}
        <button
          type="button"
          class={found?.isWhole ? 'btn quiet' : 'btn'}
          disabled={action.busy || isStarted}
          onClick={() => {
            setDone(false)
            rehearse(asked)
          }}
        >
          {found?.isWhole ? 'Essayer de nouveau' : 'Essayer le changement sur les dossiers'}
        </button>
        {found ? <RehearsalResult found={found} isDone={isDone} /> : null}
      </section>
      {found?.isWhole && to !== 'draft' ? (
        <section class="card" aria-labelledby="passage">
          <h2 id="passage">3. Passer la campagne</h2>
          <MoveCard found={found} title={campaign.title} onStarted={() => setStarted(true)} onDone={onDone} />
        </section>
      ) : null}
      {found?.isWhole && to === 'draft' ? (
        <p>
          Publiez ce brouillon pour y passer la campagne : l’essai reste à refaire avec la version publiée.
        </p>
      ) : null}
    </>
  )
}

mount(<RehearsalPage />)
