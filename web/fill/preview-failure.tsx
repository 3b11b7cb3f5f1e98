import type { JSX } from 'preact'
import { unsupported } from '../../forms/unsupported.ts'
import { Note } from '../shared/feedback.tsx'
import type { PreviewContent } from '../shared/preview-messages.ts'

const MOST_TOLD = 5

/** Why a questionnaire cannot be shown, as far as it can be said. */
export const PreviewFailure = ({ definition }: Pick<PreviewContent, 'definition'>): JSX.Element => {
  const faults = unsupported(definition).slice(0, MOST_TOLD)
  return (
    <div role="alert">
      <Note tone="stop">
        L’aperçu ne peut pas montrer cette partie.{' '}
        {faults.length === 0
          ? 'Un nom manque, sert deux fois, ou un élément n’est pas à sa place : voyez les contrôles.'
          : 'Voici ce qui l’empêche, ou peut l’empêcher :'}
      </Note>
      <ul>
        {faults.map(({ pointer, detail }) => (
          <li key={pointer}>{detail}</li>
        ))}
      </ul>
    </div>
  )
}
