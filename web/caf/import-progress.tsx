import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { ImportView } from '../../forms/import-wire.ts'
import { request } from '../shared/api.ts'
import { Banner } from '../shared/feedback.tsx'
import { counted } from './campaign-words.ts'
import { Lines } from './import-preview.tsx'

const EVERY_MS = 1500

type Props = { readonly started: ImportView; readonly onDone: () => void }

/** An import under way, read again until it is done; then what it did. */
export const ImportProgress = ({ started, onDone }: Props): JSX.Element => {
  const [view, setView] = useState(started)
  const isDone = view.status === 'done'
  useEffect(() => {
    if (isDone) return onDone()
    const leaving = new AbortController()
    const read = (body: unknown) => ImportView.parse(body)
    const timer = setInterval(() => {
      const path = `/imports/${encodeURIComponent(started.id)}`
      request(path, { read, signal: leaving.signal }).then(
        ({ body }) => setView(body),
        // Asked again at the next turn; what is done goes on without this page.
        () => undefined,
      )
    }, EVERY_MS)
    return () => {
      clearInterval(timer)
      leaving.abort()
    }
  }, [isDone, started.id, onDone])
  const { total, handled, counts, refused } = view
  if (!isDone) {
    return (
      <div role="status">
        <p>
          Import en cours : {handled} sur {counted(total, 'ligne')}. Il continue si vous quittez cette page.
        </p>
        <progress class="import-progress" max={total} value={handled} aria-label="Avancement de l’import" />
      </div>
    )
  }
  return (
    <div role="status">
      <Banner tone={refused.length > 0 ? 'warn' : 'ok'}>
        <strong>L’import est fait.</strong> {counts.new}{' '}
        {counts.new > 1 ? 'lignes ajoutées' : 'ligne ajoutée'}, {counts.changed}{' '}
        {counts.changed > 1 ? 'changées' : 'changée'}, {counts.same} sans changement
        {refused.length > 0 ? `, ${refused.length} non faites` : ''}.
      </Banner>
      {refused.length > 0 ? (
        <Lines
          caption="Lignes qui n’ont pas pu être faites"
          second="Pourquoi"
          lines={refused.map(({ line, detail }) => ({ line, text: detail }))}
          more={0}
        />
      ) : null}
    </div>
  )
}
