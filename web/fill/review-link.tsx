import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { reviewUrl } from '../../forms/addresses.ts'
import type { Filling } from './filling.ts'

/** To the review. It shows what the server has: one goes there once the server has everything. */
export const ReviewLink = ({ filling, look }: { filling: Filling; look: string }): JSX.Element => {
  const [isHeld, setHeld] = useState(false)
  const href = reviewUrl(filling.response().id)
  const leave = async () => {
    await filling.flush()
    if (filling.isOpen() && filling.unsaved().length > 0) setHeld(true)
    else location.assign(href)
  }
  return (
    <span class="review-link">
      <a
        class={look || undefined}
        href={href}
        onClick={(event) => {
          event.preventDefault()
          setHeld(false)
          leave()
        }}
      >
        {filling.isOpen() ? 'Relire et transmettre' : 'Relire mes réponses'}
      </a>
      {isHeld ? (
        <span role="alert" class="held">
          Vos dernières réponses ne sont pas encore enregistrées par le serveur. Réessayez dans un instant.
        </span>
      ) : null}
    </span>
  )
}
