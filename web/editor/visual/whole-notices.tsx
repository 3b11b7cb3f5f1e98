import type { JSX } from 'preact'
import { removeNotice, setNoticeText } from '../../../forms/editing/notices.ts'
import { noticesIn } from '../../../forms/text-notices.ts'
import { Field } from '../../shared/field.tsx'
import type { Board } from './board.ts'
import { TakeOut } from './take-out.tsx'

/** The notices of the questionnaire: their words change here beside all their questions. */
export const WholeNotices = ({ board }: { board: Board }): JSX.Element => {
  const { notices } = board.content.info
  const list = (Array.isArray(notices) ? notices : []).flatMap((notice, index) => {
    const [read] = noticesIn([notice])
    return read ? [{ ...read, index }] : []
  })
  return (
    <>
      {list.map(({ text, questions, index }) => (
        <div key={index} class="plan-validator">
          <Field
            name={`plan-notices-${index}`}
            label={list.length === 1 ? 'Texte' : `Texte ${index + 1}`}
            hint={`À côté de ${questions.length} ${questions.length === 1 ? 'question' : 'questions'}.`}
          >
            {(tied) => (
              <textarea
                {...tied}
                rows={2}
                maxLength={500}
                value={text}
                readOnly={board.isReadOnly}
                onInput={(event) =>
                  board.apply(setNoticeText(board.content, index, event.currentTarget.value))
                }
              />
            )}
          </Field>
          <TakeOut
            board={board}
            said="Avertissement retiré."
            onAct={() => board.apply(removeNotice(board.content, index))}
          >
            Retirer<span class="sr-only"> l’avertissement « {text} »</span>
          </TakeOut>
        </div>
      ))}
      <p class="hint">
        Un avertissement s’ajoute depuis une question, sous « Avertissement à côté du champ ».
      </p>
    </>
  )
}
