import type { JSX } from 'preact'
import { deadlineText } from '../../forms/dates.ts'
import type { ResponseView } from '../../forms/response-wire.ts'

/** Until when a dossier is kept; nothing where its campaign does not say. */
export const KeptNote = ({ response }: { response: ResponseView }): JSX.Element | null =>
  response.keptUntil ? (
    <p class="quiet-text kept-note">
      Ce dossier est gardé jusqu’au {deadlineText(response.keptUntil, response.zone)}, puis supprimé :
      réponses, documents, messages et historique. Ce qui est enregistré et vos droits :{' '}
      <a href="/donnees-personnelles/">données personnelles</a>.
    </p>
  ) : null
