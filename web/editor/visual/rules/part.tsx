import type { ComponentChildren, JSX } from 'preact'
import { Icon } from '../../../shared/icons.tsx'
import type { CheckProps } from './check-props.ts'

type Props = Pick<CheckProps, 'place' | 'open' | 'onOpen'> & {
  readonly part: string
  /** What it is in the sentence: « Premier nombre ». */
  readonly called: string
  readonly words: string
}

/** A part of a sentence that opens below it, to be chosen anew. */
export const Part = ({ place, open, onOpen, part, called, words }: Props): JSX.Element => (
  <button
    type="button"
    class="rule-part"
    aria-expanded={open === part}
    aria-controls={idOf(place, part)}
    onClick={() => onOpen(part)}
  >
    <span class="sr-only">{called} : </span>
    {words}
    {'\u00a0'}
    <Icon name="down" size={14} />
  </button>
)

type PanelProps = Pick<Props, 'place' | 'part'> & {
  readonly label: string
  readonly children: ComponentChildren
}

export const PartPanel = ({ place, part, label, children }: PanelProps): JSX.Element => (
  <fieldset class="rule-panel boxed" id={idOf(place, part)}>
    <legend>{label}</legend>
    {children}
  </fieldset>
)

const idOf = (place: string, part: string): string => `plan-${place}${part}`
