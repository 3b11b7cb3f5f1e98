import type { JSX } from 'preact'
import { completeInfo } from '../../forms/editing/complete-info.ts'
import type { Content } from '../../forms/editing-wire.ts'

type Props = { readonly content: Content; readonly form: { readonly id: string; readonly title: string } }

/** What nobody has said and publication says in their place, told before it is done. */
export const FilledIn = ({ content, form }: Props): JSX.Element | null => {
  const { info } = content
  const { referencePrefix, estimatedMinutes } = completeInfo(content, form)
  const filled = [
    ...(info.referencePrefix === undefined
      ? [`Les numéros de reçu commenceront par « ${String(referencePrefix)} ».`]
      : []),
    ...(info.estimatedMinutes === undefined
      ? [`On annoncera aux partenaires environ ${String(estimatedMinutes)} minutes.`]
      : []),
    ...(info.sections === undefined
      ? ['Chaque page sera remplie par les personnes qui ont le rôle « saisie d’activité ».']
      : []),
  ]
  return filled.length === 0 ? null : (
    <>
      <p>Vous ne l’avez pas précisé, ce sera donc publié ainsi :</p>
      <ul>
        {filled.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </>
  )
}
