import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { reviewUrl } from '../../forms/addresses.ts'
import type { Filling } from './filling.ts'

const UNSAVED =
  'Vos dernières réponses ne sont pas encore enregistrées par le serveur. Réessayez dans un instant.'
const REFUSED =
  'Corrigez d’abord ce qui est signalé en rouge\u00a0: cela ne peut pas être enregistré en l’état.'
const SENDING = 'Un document est encore en cours d’envoi. Attendez qu’il soit déposé, puis réessayez.'

/** To the review. It shows what the server has: one goes there once the server has everything. */
export const ReviewLink = ({ filling, look }: { filling: Filling; look: string }): JSX.Element => {
  const [tried, setTried] = useState(false)
  const href = reviewUrl(filling.response().id)
  const leave = async () => {
    await filling.flush()
    if (obstacleNow(filling)) setTried(true)
    else location.assign(href)
  }
  // Only as long as it holds: the page is drawn again at each change of what is saved.
  const held = tried ? obstacleNow(filling) : undefined
  return (
    <span class="review-link">
      <a
        class={look || undefined}
        href={href}
        onClick={(event) => {
          event.preventDefault()
          setTried(false)
          leave()
        }}
      >
        {filling.isOpen() ? 'Relire et transmettre' : 'Relire mes réponses'}
      </a>
      {held ? (
        <span role="alert" class="held">
          {held}
        </span>
      ) : null}
    </span>
  )
}

/** Why the review would not show everything, as things stand. */
const obstacleNow = (filling: Filling): string | undefined => {
  if (!filling.isOpen()) return undefined
  if (filling.documents.isBusy()) return SENDING
  if (filling.unsaved().length === 0) return undefined
  return filling.saveState().kind === 'refused' ? REFUSED : UNSAVED
}
