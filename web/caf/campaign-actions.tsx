import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { CampaignView } from '../../forms/campaign-wire.ts'
import { hasOpened, phaseOf } from '../../forms/campaigns.ts'
import { deadlineText } from '../../forms/dates.ts'
import { localDay } from '../../forms/deadline.ts'
import type { Project } from '../../forms/nouns/people.ts'
import { request } from '../shared/api.ts'
import { isStale, Refusal } from '../shared/refusal.tsx'
import { useAction } from '../shared/use-action.ts'
import { DeadlineDialog } from './deadline-dialog.tsx'
import { DeleteDialog } from './delete-dialog.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { keyOf } from './save-campaign.ts'

export type ActionsProps = {
  readonly campaign: CampaignView
  readonly etag: string
  /** Those the Caf funds: whom publishing would call. Told for drafts only. */
  readonly projects: readonly Project[]
  readonly isSound: boolean
  readonly now: string
  /** Called with what to say once something was done. */
  readonly onDone: (sentence: string) => void
  /** Called when somebody else changed it meanwhile: what is shown is read again. */
  readonly onStale: () => void
  /** Links that stand with them. */
  readonly children?: ComponentChildren
}

const read = (body: unknown) => CampaignView.parse(body)

/** What the one who runs campaigns may do with this one, now. */
export const CampaignActions = (props: ActionsProps): JSX.Element => {
  const { campaign, etag, now, isSound, onDone, onStale } = props
  const [open, setOpen] = useState<'publish' | 'move' | 'delete'>()
  const cloning = useAction()
  const publishing = useAction()
  const phase = phaseOf(campaign, now)
  const path = `/campaigns/${encodeURIComponent(campaign.id)}`
  const edit = `/caf/campagne/modifier/?id=${encodeURIComponent(campaign.id)}`
  const change = (body: object, sentence: string) =>
    request(path, { method: 'PATCH', body, headers: { 'if-match': etag }, read }).then(
      () => {
        setOpen(undefined)
        onDone(sentence)
      },
      (error) => {
        if (isStale(error)) onStale()
        throw error
      },
    )
  const clone = () =>
    cloning.run(async () => {
      const headers = { 'idempotency-key': keyOf(`${campaign.id} ${campaign.revision}`) }
      const { id } = (await request(`${path}/clone`, { method: 'POST', body: {}, headers, read })).body
      location.assign(`/caf/campagne/?id=${encodeURIComponent(id)}&fait=preparee`)
    })
  return (
    <>
      <div class="actions">
        {props.children}
        {phase === 'draft' && isSound ? (
          <button type="button" class="btn" onClick={() => setOpen('publish')}>
            Publier…
          </button>
        ) : null}
        <a class={phase === 'draft' && !isSound ? 'btn' : 'btn quiet'} href={edit}>
          {editWords[phase]}
        </a>
        {hasOpened(campaign, now) && campaign.extensions ? (
          <button type="button" class="btn quiet" onClick={() => setOpen('move')}>
            {phase === 'closed' ? 'Rouvrir…' : 'Prolonger…'}
          </button>
        ) : null}
        {phase === 'draft' ? (
          <button type="button" class="btn quiet" onClick={() => setOpen('delete')}>
            Supprimer…
          </button>
        ) : (
          <button
            type="button"
            class={phase === 'closed' ? 'btn' : 'btn quiet'}
            aria-disabled={cloning.busy}
            onClick={clone}
          >
            Préparer l’année suivante
          </button>
        )}
      </div>
      {cloning.failure ? <Refusal error={cloning.failure} /> : null}
      {open === 'publish' ? (
        <PublishDialog
          {...props}
          action={publishing}
          onPublish={() => publishing.run(() => change({ status: 'published' }, 'La campagne est publiée.'))}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
      {open === 'move' ? <MoveDialog {...props} change={change} onClose={() => setOpen(undefined)} /> : null}
      {open === 'delete' ? <DeleteDialog campaign={campaign} onClose={() => setOpen(undefined)} /> : null}
    </>
  )
}

const editWords = {
  draft: 'Modifier',
  upcoming: 'Modifier',
  open: 'Rappels et reconduction',
  closed: 'Reconduction',
} as const

type Move = Pick<ActionsProps, 'campaign' | 'now'> & {
  readonly change: (body: object, sentence: string) => Promise<void>
  readonly onClose: () => void
}

/** More time for everybody: an extension while it is open, a new opening afterwards. */
const MoveDialog = ({ campaign, now, change, onClose }: Move): JSX.Element => {
  const { closesAt, zone } = campaign
  const isClosed = phaseOf(campaign, now) === 'closed'
  const after = localDay(closesAt > now ? closesAt : now, zone)
  return (
    <DeadlineDialog
      title={isClosed ? 'Rouvrir la campagne' : 'Prolonger la campagne'}
      closesAt={closesAt}
      zone={zone}
      firstDay={after}
      dayLabel="Nouveau dernier jour, compris"
      text={{
        name: 'reason',
        label: 'Motif',
        hint: 'Les partenaires le liront sur leurs démarches et dans le mél qui les prévient.',
        missing: 'Écrivez le motif : les partenaires le liront.',
        most: 500,
      }}
      submit={isClosed ? 'Rouvrir' : 'Prolonger'}
      onSubmit={({ lastDay, text: reason }) =>
        change(
          { lastDay, reason },
          isClosed
            ? 'La campagne est rouverte. Les partenaires qui n’ont pas transmis sont prévenus par mél.'
            : 'L’échéance est reportée. Elle vaut dès maintenant pour tous ; les méls partent à la suite.',
        )
      }
      onClose={onClose}
    >
      <p>
        {isClosed ? 'Elle a fermé le' : 'Son échéance est le'} {deadlineText(closesAt, zone)}.{' '}
        {isClosed
          ? 'Les dossiers non transmis se rouvrent, avec ce qui y était écrit.'
          : 'Elle ne peut être que reportée, jamais avancée. Un dossier qui a déjà un délai plus long le garde.'}
      </p>
    </DeadlineDialog>
  )
}
