import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { JsonObject } from '../../../forms/editing/json-pointer.ts'
import { noticeBeside, noticeTexts, setNotice } from '../../../forms/editing/notices.ts'
import { USUAL_NOTICE } from '../../../forms/text-notices.ts'
import { Field } from '../../shared/field.tsx'
import type { Board } from './board.ts'

type Props = { readonly board: Board; readonly json: JsonObject }

const OTHER = 'autre'

/** What is said beside the field of a question: nothing, a notice of the questionnaire, or another. */
export const QuestionNotice = ({ board, json }: Props): JSX.Element | null => {
  const name = typeof json.name === 'string' ? json.name : ''
  const said = noticeBeside(board.content, name)
  const [isTyped, setTyped] = useState(false)
  if (name === '' || (said === undefined && !isFree(json))) return null
  const texts = [...new Set([...noticeTexts(board.content), USUAL_NOTICE])].filter((text) => text.trim())
  const isOther = isTyped || (said !== undefined && !texts.includes(said))
  const set = (text: string | undefined) => board.apply(setNotice(board.content, name, text))
  return (
    <>
      <Field
        name="plan-notice"
        label="Avertissement à côté du champ"
        hint="Dit ce qu’il ne faut pas écrire dans un texte libre."
      >
        {(tied) => (
          <select
            {...tied}
            value={isOther ? OTHER : (said ?? '')}
            disabled={board.isReadOnly}
            onChange={(event) => {
              const { value } = event.currentTarget
              setTyped(value === OTHER)
              if (value !== OTHER) set(value === '' ? undefined : value)
            }}
          >
            <option value="">Aucun</option>
            {texts.map((text) => (
              <option key={text} value={text}>
                {text}
              </option>
            ))}
            <option value={OTHER}>Un autre texte…</option>
          </select>
        )}
      </Field>
      {isOther ? (
        <Field name="plan-notice-autre" label="Texte de l’avertissement">
          {(tied) => (
            <textarea
              {...tied}
              rows={2}
              maxLength={500}
              value={said ?? ''}
              readOnly={board.isReadOnly}
              onInput={(event) => set(event.currentTarget.value || undefined)}
            />
          )}
        </Field>
      ) : null}
    </>
  )
}

/** Types in which people write what they like. */
const isFree = ({ type, inputType }: JsonObject): boolean =>
  type === 'comment' ||
  ['matrixdynamic', 'matrixdropdown', 'multipletext'].includes(String(type)) ||
  (type === 'text' && (inputType === undefined || inputType === 'text'))
