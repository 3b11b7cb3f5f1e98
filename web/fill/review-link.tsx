import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { reviewUrl } from '../../forms/addresses.ts'
import type { Filling } from './filling.ts'

const UNSAVED =
  'Vos dernières réponses ne sont pas encore enregistrées par le serveur. Réessayez dans un instant.'
const SENDING = 'Un document est encore en cours d’envoi. Attendez qu’il soit déposé, puis réessayez.'

/** To the review. It shows what the server has: one goes there once the server has everything. */
export const ReviewLink = ({ filling, look }: { filling: Filling; look: string }): JSX.Element => {
  const [held, setHeld] = useState<string>()
  const href = reviewUrl(filling.response().id)
  const leave = async () => {
    await filling.flush()
    if (filling.isOpen() && filling.documents.isBusy()) setHeld(SENDING)
    else if (filling.isOpen() && filling.unsaved().length > 0) setHeld(UNSAVED)
    else location.assign(href)
  }
  return (
    <span class="review-link">
      <a
        class={look || undefined}
        href={href}
        onClick={(event) => {
          event.preventDefault()
          setHeld(undefined)
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
