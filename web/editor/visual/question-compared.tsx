import type { JSX } from 'preact'
import { answerPlaces, isNumeric, placeAt } from '../../../forms/editing/answer-places.ts'
import { isObject } from '../../../forms/editing/json-pointer.ts'
import { familyWords } from '../../../forms/editing/other-forms.ts'
import { isCompared, setCompared } from '../../../forms/editing/whole-marks.ts'
import { type Board, WHOLE } from './board.ts'

/** Whether the number of a question or a column stands beside that of another questionnaire. */
export const QuestionCompared = ({
  board,
  pointer,
}: {
  board: Board
  pointer: string
}): JSX.Element | null => {
  const place = placeAt(answerPlaces(board.content), pointer)
  if (!place || !isNumeric(place)) return null
  const { compared } = board.content.info
  if (!isObject(compared))
    return board.isReadOnly ? null : (
      <p class="hint">
        Pour comparer ce nombre à celui d’un autre questionnaire,{' '}
        <button type="button" class="link" onClick={() => board.select(WHOLE, 'properties')}>
          dites d’abord lequel
        </button>
        .
      </p>
    )
  return (
    <div class="field">
      <label class="choice">
        <input
          type="checkbox"
          checked={isCompared(board.content, place.pattern)}
          disabled={board.isReadOnly}
          onChange={(event) => board.apply(setCompared(board.content, place, event.currentTarget.checked))}
        />
        <span>
          Comparée à la même ligne de « {familyWords(String(compared.with))} »
          <small>L’autre nombre se lit à côté, avec l’écart.</small>
        </span>
      </label>
    </div>
  )
}
