import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { fieldId } from '../shared/field.tsx'
import type { Faults } from '../shared/refusal.tsx'

/**
 * What is to change before a form can be sent, each a way to its field. The focus comes here each time there is
 * something new to say; where faults go away as they are mended, once an attempt.
 */
export const FaultSummary = ({ faults, labels, attempt = faults }: Props): JSX.Element | null => {
  const place = useRef<HTMLDivElement>(null)
  const entries = Object.entries(faults)
  useEffect(() => {
    if (Object.keys(faults).length > 0) place.current?.focus()
  }, [attempt])
  if (entries.length === 0) return null
  return (
    <div class="banner stop fault-summary" role="alert" tabIndex={-1} ref={place}>
      <p>
        <strong>Rien n’a été enregistré.</strong> À corriger :
      </p>
      <ul>
        {entries.map(([name, details]) => (
          <li key={name}>
            {labels[name] ? <a href={`#${fieldId(name)}`}>{labels[name]}</a> : null}
            {labels[name] ? ' : ' : null}
            {details.join(' ')}
          </li>
        ))}
      </ul>
    </div>
  )
}

type Props = {
  readonly faults: Faults
  readonly labels: Readonly<Record<string, string>>
  readonly attempt?: unknown
}
