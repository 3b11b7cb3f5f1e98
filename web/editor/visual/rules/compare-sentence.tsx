import type { JSX } from 'preact'
import type { Check } from '../../../../forms/coherence-rules.ts'
import { capital, sideWords } from '../../../../forms/editing/rule-words.ts'
import type { CheckProps } from './check-props.ts'
import { Part, PartPanel } from './part.tsx'
import { SidePicker } from './side-picker.tsx'

type Props = CheckProps<Extract<Check, { check: 'compare' }>>

/** One side is of this questionnaire: there its remark is shown. */
const NONE: CheckProps['others'] = []

/** « [La somme de « Filles » et « Garçons »] [doit égaler] [« Enfants »]. » */
export const CompareSentence = ({ check, ...props }: Props): JSX.Element => {
  const { board, questions, others, place, open, onChange } = props
  const { left, right } = check
  return (
    <>
      <p class="rule-sentence">
        <Part
          {...props}
          part="left"
          called="Premier nombre"
          words={capital(sideWords(left, questions, others))}
        />{' '}
        <select
          class="control"
          aria-label="Comparaison"
          value={check.is}
          disabled={board.isReadOnly}
          onChange={(event) =>
            onChange(
              { ...check, is: event.currentTarget.value === 'at-most' ? 'at-most' : 'equal' },
              'la comparaison',
            )
          }
        >
          <option value="equal">doit égaler</option>
          <option value="at-most">ne doit pas dépasser</option>
        </select>{' '}
        <Part {...props} part="right" called="Second nombre" words={sideWords(right, questions, others)} />
      </p>
      {open === 'left' ? (
        <PartPanel place={place} part="left" label="Premier nombre">
          <SidePicker
            {...{ board, questions }}
            label="Premier nombre"
            side={left}
            others={'form' in left && left.form !== undefined ? others : NONE}
            onChange={(side) => {
              if (!('fact' in side)) onChange({ ...check, left: side }, 'le premier nombre')
            }}
          />
        </PartPanel>
      ) : null}
      {open === 'right' ? (
        <PartPanel place={place} part="right" label="Second nombre">
          <SidePicker
            {...{ board, questions }}
            label="Second nombre"
            side={right}
            hasFact={true}
            others={others}
            onChange={(side) => onChange({ ...check, right: side }, 'le second nombre')}
          />
        </PartPanel>
      ) : null}
    </>
  )
}
