// A field of a form: its label, a hint, what is wrong with it, and the control, tied together for those who hear them.
import type { ComponentChildren, JSX } from 'preact'
import { Icon } from './icons.tsx'

/** What a control takes to be tied to its words. */
export type Tied = {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: 'true'
}

type Props = {
  /** Also the name of the member of the request that it fills. */
  readonly name: string
  readonly label: string
  readonly hint?: ComponentChildren
  readonly faults?: readonly string[] | undefined
  readonly children: (tied: Tied) => JSX.Element
}

/** One control under its label. */
export const Field = ({ name, label, hint, faults = [], children }: Props): JSX.Element => (
  <div class={faults.length > 0 ? 'field faulty' : 'field'}>
    <label for={fieldId(name)}>{label}</label>
    {hint ? (
      <p class="hint" id={`${fieldId(name)}-aide`}>
        {hint}
      </p>
    ) : null}
    <FieldFaults name={name} faults={faults} />
    {children(tiedTo(name, { hint: Boolean(hint), faults }))}
  </div>
)

/** Several controls under one legend: choices, or a list. */
export const FieldGroup = ({
  name,
  label,
  hint,
  faults = [],
  children,
}: Omit<Props, 'children'> & { children: ComponentChildren }): JSX.Element => {
  const { id, ...tied } = tiedTo(name, { hint: Boolean(hint), faults })
  return (
    <fieldset class={faults.length > 0 ? 'field faulty' : 'field'} id={id} tabIndex={-1} {...described(tied)}>
      <legend>{label}</legend>
      {hint ? (
        <p class="hint" id={`${id}-aide`}>
          {hint}
        </p>
      ) : null}
      <FieldFaults name={name} faults={faults} />
      {children}
    </fieldset>
  )
}

/** Where a field stands in its page. */
export const fieldId = (name: string): string => `champ-${name}`

const FieldFaults = ({ name, faults }: { name: string; faults: readonly string[] }): JSX.Element | null =>
  faults.length === 0 ? null : (
    <p class="fault" id={`${fieldId(name)}-erreur`}>
      <Icon name="alert" />
      <span>{faults.join(' ')}</span>
    </p>
  )

const tiedTo = (name: string, { hint, faults }: { hint: boolean; faults: readonly string[] }): Tied => {
  const id = fieldId(name)
  const words = [...(hint ? [`${id}-aide`] : []), ...(faults.length > 0 ? [`${id}-erreur`] : [])]
  return {
    id,
    ...(words.length > 0 ? { 'aria-describedby': words.join(' ') } : {}),
    ...(faults.length > 0 ? { 'aria-invalid': 'true' } : {}),
  }
}

/** A group is described, never invalid: `aria-invalid` is not of its role. */
const described = ({ 'aria-describedby': words }: Omit<Tied, 'id'>) =>
  words ? { 'aria-describedby': words } : {}
