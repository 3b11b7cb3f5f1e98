// The statement and the notice in the document are those that are proposed; this puts a Caf's own in their place.
import type { JSX } from 'preact'
import { defaultNotices, type Notices, NoticesView } from '../../forms/notices.ts'
import { Banner } from '../shared/feedback.tsx'
import { Shell } from '../shared/shell.tsx'
import { useLoad } from '../shared/use-load.ts'
import { CafChooser } from './caf-chooser.tsx'

const load = async (signal: AbortSignal): Promise<NoticesView> => {
  const caf = new URLSearchParams(location.search).get('caf')
  const reply = await fetch(`/api/notices${caf ? `?caf=${encodeURIComponent(caf)}` : ''}`, { signal })
  if (!reply.ok) throw new Error(`notices: ${reply.status}`)
  return NoticesView.parse(await reply.json())
}

type Props = { readonly content: (notices: Notices) => JSX.Element }

/** What the Caf that the address names says, or the one Caf there is. */
export const LiveNotices = ({ content }: Props): JSX.Element => {
  const [loaded] = useLoad(load)
  const view = loaded.state === 'ready' ? loaded.value : undefined
  return (
    <Shell>
      {view ? <CafChooser cafs={view.cafs} cafId={view.cafId} /> : null}
      {loaded.state === 'failed' ? (
        <Banner tone="warn">
          Ce que dit votre Caf n’a pas pu être lu : voici le texte proposé par défaut. Rechargez la page pour
          réessayer.
        </Banner>
      ) : null}
      {content(view?.notices ?? defaultNotices)}
    </Shell>
  )
}
