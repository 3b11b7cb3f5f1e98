// /caf/campagne/modifier/: a new campaign, of ?formulaire= and ?version= where they are given; with ?id= one that exists.
import type { JSX } from 'preact'
import { ProjectList } from '../../forms/campaign-rows-wire.ts'
import { CampaignList, CampaignView } from '../../forms/campaign-wire.ts'
import { FormList } from '../../forms/editing-wire.ts'
import type { Caf } from '../../forms/nouns/people.ts'
import { request } from '../shared/api.ts'
import { Crumbs } from '../shared/crumbs.tsx'
import { ErrorState, Loading, StatePage } from '../shared/feedback.tsx'
import { mount } from '../shared/mount.tsx'
import { Shell } from '../shared/shell.tsx'
import { usePage } from '../shared/use-page.ts'
import { askedVersion } from './asked-version.ts'
import { CampaignForm } from './campaign-form.tsx'

type Shown = {
  readonly campaign?: { readonly view: CampaignView; readonly etag: string }
  /** The Caf it is for; none when this person may not edit campaigns. */
  readonly caf: Caf | undefined
  readonly forms: FormList['items']
  readonly projects: ProjectList
}

const campaignId = new URLSearchParams(location.search).get('id') ?? ''

const load = async (signal: AbortSignal): Promise<Shown> => {
  const [campaign, list, forms, projects] = await Promise.all([
    campaignId ? loadCampaign(signal) : undefined,
    request('/campaigns', { read: (body) => CampaignList.parse(body), signal }),
    request('/forms', { read: (body) => FormList.parse(body), signal }),
    request('/projects', { read: (body) => ProjectList.parse(body), signal }),
  ])
  const { cafs, may } = list.body
  const asked = forms.body.items.find(({ id }) => id === askedVersion().formId)
  const cafId = campaign?.view.cafId ?? may.create.find((id) => id === asked?.cafId) ?? may.create[0]
  const mayEdit = campaign ? campaign.view.may.edit : true
  document.title = `${campaign ? `Modifier ${campaign.view.title}` : 'Nouvelle campagne'} · Échéance`
  return {
    ...(campaign ? { campaign } : {}),
    caf: mayEdit ? cafs.find(({ id }) => id === cafId) : undefined,
    forms: forms.body.items.filter((form) => form.cafId === cafId && form.latestVersion !== undefined),
    projects: { ...projects.body, items: projects.body.items.filter((project) => project.cafId === cafId) },
  }
}

const loadCampaign = async (signal: AbortSignal): Promise<Shown['campaign']> => {
  const read = (body: unknown) => CampaignView.parse(body)
  const { body, etag } = await request(`/campaigns/${encodeURIComponent(campaignId)}`, { read, signal })
  return { view: body, etag: etag ?? '*' }
}

const CampaignEditPage = (): JSX.Element => {
  const { me, loaded, again } = usePage(load)
  const shown = loaded.state === 'ready' ? loaded.value : undefined
  return (
    <Shell me={me} caf={shown?.caf?.name} current="/caf/">
      {loaded.state === 'failed' ? <ErrorState error={loaded.error} onRetry={again} /> : null}
      {loaded.state === 'loading' ? (
        <>
          <h1>{campaignId ? 'Modifier la campagne' : 'Nouvelle campagne'}</h1>
          <Loading label="Chargement de la campagne…" />
        </>
      ) : null}
      {shown ? <Edit {...shown} /> : null}
    </Shell>
  )
}

const Edit = ({ campaign, caf, forms, projects }: Shown): JSX.Element => {
  if (!caf) return <NotTheirs />
  const view = campaign?.view
  const steps = [
    { label: 'Campagnes', href: '/caf/' },
    ...(view ? [{ label: view.title, href: `/caf/campagne/?id=${encodeURIComponent(view.id)}` }] : []),
  ]
  return (
    <>
      <Crumbs steps={steps} here={view ? 'Modifier' : 'Nouvelle campagne'} />
      <h1>{view ? `Modifier ${view.title}` : 'Nouvelle campagne'}</h1>
      {forms.length === 0 ? (
        <StatePage icon="calendar" level={2} title="Aucun questionnaire publié">
          <p>Une campagne demande un questionnaire. Publiez-en un d’abord : c’est le rôle « concepteur ».</p>
        </StatePage>
      ) : (
        <CampaignForm {...{ caf, forms, projects }} {...(campaign ? { campaign } : {})} />
      )}
    </>
  )
}

const NotTheirs = (): JSX.Element => (
  <StatePage
    icon="lock"
    title="Vos droits ne permettent pas de modifier les campagnes"
    actions={
      <a class="btn" href="/caf/">
        Retour aux campagnes
      </a>
    }
  >
    <p>
      Cette page demande le rôle « gestionnaire de campagne » à la Caf. Son administrateur peut vous le
      donner.
    </p>
  </StatePage>
)

mount(<CampaignEditPage />)
