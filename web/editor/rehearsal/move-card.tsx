// From a rehearsal to the change itself: what may be lost is agreed to, question by question; then it goes on by itself.
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { type CampaignJobView, CampaignView } from '../../../forms/campaign-wire.ts'
import { request } from '../../shared/api.ts'
import { Banner } from '../../shared/feedback.tsx'
import { useAction } from '../../shared/use-action.ts'
import { quoted } from '../../shared/words.ts'
import { dossiers, type LostQuestion, MoveDialog } from './move-dialog.tsx'
import type { Found } from './use-rehearsal.ts'

const EVERY_MS = 1500

type Props = {
  readonly found: Found
  readonly title: string
  readonly onStarted: () => void
  readonly onDone: () => void
}

export const MoveCard = ({ found, title, onStarted, onDone }: Props): JSX.Element => {
  const { asked } = found
  const lost = lostQuestions(found)
  const [agreed, setAgreed] = useState<readonly string[]>([])
  const [asking, setAsking] = useState(false)
  const [started, setStarted] = useState(false)
  const action = useAction()
  const open = lost.filter(({ question }) => !agreed.includes(question))
  const path = `/campaigns/${encodeURIComponent(asked.campaignId)}`
  const start = () =>
    action.run(async () => {
      const body = { version: asked.to, mapping: asked.mapping, losing: agreed }
      await request(`${path}/version`, { method: 'POST', body, read: (reply) => CampaignView.parse(reply) })
      setStarted(true)
      onStarted()
    })
  if (started) return <Following id={asked.campaignId} path={path} to={Number(asked.to)} onDone={onDone} />
  return (
    <>
      {lost.length > 0 ? (
        <fieldset class="field">
          <legend>Ce qui ne serait pas repris</legend>
          <p class="hint">
            Ces réponses restent lisibles dans chaque dossier, avec ce qu’elles valaient. Cochez celles que la
            nouvelle version peut laisser de côté, ou dites plus haut quelle question les reprend.
          </p>
          {lost.map(({ question, title: of, count }) => (
            <label key={question} class="choice">
              <input
                type="checkbox"
                checked={agreed.includes(question)}
                onChange={({ currentTarget: { checked } }) =>
                  setAgreed(checked ? [...agreed, question] : agreed.filter((one) => one !== question))
                }
              />
              Ne pas reprendre {quoted(of)} ({dossiers(count)})
            </label>
          ))}
        </fieldset>
      ) : null}
      <p>
        Personne n’est interrompu : une page ouverte continue d’enregistrer et de transmettre dans sa version.
        Ce qui a été transmis reste tel quel, avec son reçu.
      </p>
      <button type="button" class="btn" disabled={open.length > 0} onClick={() => setAsking(true)}>
        Passer {quoted(title)} à la version {asked.to}…
      </button>
      {asking ? (
        <MoveDialog {...{ found, title, lost, action }} onMove={start} onClose={() => setAsking(false)} />
      ) : null}
      {open.length > 0 ? (
        <p class="quiet-text">
          Il reste {open.length > 1 ? `${open.length} questions` : 'une question'} à cocher ci-dessus.
        </p>
      ) : null}
    </>
  )
}

const lostQuestions = ({ rehearsal }: Found): LostQuestion[] => {
  const counts = new Map<string, LostQuestion>()
  for (const { lost } of rehearsal.items) {
    const seen = new Map(lost.map(({ question, title }) => [question, title]))
    for (const [question, title] of seen)
      counts.set(question, { question, title, count: (counts.get(question)?.count ?? 0) + 1 })
  }
  return [...counts.values()]
}

type Follow = {
  readonly id: string
  readonly path: string
  readonly to: number
  readonly onDone: () => void
}

/** The work under way, read again until it is done. */
const Following = ({ id, path, to, onDone }: Follow): JSX.Element => {
  const [job, setJob] = useState<CampaignJobView>()
  const isDone = job?.doneAt !== undefined
  useEffect(() => {
    if (isDone) return onDone()
    const leaving = new AbortController()
    const look = () =>
      request(path, { read: (body) => CampaignView.parse(body), signal: leaving.signal }).then(
        ({ body }) => setJob(body.jobs.find(({ name }) => name === `version-${to}`)),
        // Asked again at the next turn: the work goes on without this page.
        () => undefined,
      )
    look()
    const timer = setInterval(look, EVERY_MS)
    return () => {
      clearInterval(timer)
      leaving.abort()
    }
  }, [isDone, path, to, onDone])
  const handled = (job?.handled ?? 0).toLocaleString('fr-FR')
  return (
    <div role="status">
      {isDone ? (
        <Banner tone="ok" end={<a href={`/caf/campagne/?id=${encodeURIComponent(id)}`}>Voir la campagne</a>}>
          <strong>La campagne est à la version {to}.</strong> Les dossiers appelés ensuite l’ont aussi.
        </Banner>
      ) : (
        <>
          <p>Passage en cours : {handled} dossiers passés. Il se poursuit si vous quittez cette page.</p>
          <progress aria-label="Avancement du passage" />
        </>
      )}
    </div>
  )
}
