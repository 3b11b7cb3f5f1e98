import type { ComponentChildren, JSX } from 'preact'
import type { Json } from '../../../forms/editing/json-pointer.ts'
import { setProperty } from '../../../forms/editing/set-property.ts'
import { Field } from '../../shared/field.tsx'
import type { Board } from './board.ts'
import { InfoMinutes } from './info-minutes.tsx'
import { RulesList } from './rules/rules-list.tsx'
import { WholeMarks } from './whole-marks.tsx'

/** What form.json says of the questionnaire as a whole. */
export const WholeProperties = ({ board }: { board: Board }): JSX.Element => {
  const { info, definition } = board.content
  const set = (key: string, label: string, value: Json | undefined) =>
    board.apply(setProperty(board.content, '/info', key, { value, label }))
  const toPrepare = Array.isArray(info.toPrepare)
    ? info.toPrepare.filter((line) => typeof line === 'string')
    : []
  const pages = Array.isArray(definition.pages) ? definition.pages.length : 0
  return (
    <>
      <InfoText
        board={board}
        property="referencePrefix"
        label="Deux lettres du numéro de reçu"
        hint="Des majuscules, en tête de la référence de chaque reçu."
        onType={(text) =>
          set('referencePrefix', 'Modifier les lettres du numéro de reçu', text.toUpperCase())
        }
      />
      <InfoMinutes board={board} />
      <Field
        name="plan-toPrepare"
        label="À préparer avant de commencer"
        hint="Une ligne pour chaque chose à avoir sous la main."
      >
        {(tied) => (
          <textarea
            {...tied}
            rows={Math.max(4, toPrepare.length + 1)}
            value={toPrepare.join('\n')}
            readOnly={board.isReadOnly}
            onInput={(event) =>
              set('toPrepare', 'Modifier ce qui est à préparer', linesOf(event.currentTarget.value))
            }
            onBlur={() => {
              const lines = toPrepare.filter((line) => line.trim() !== '')
              if (lines.length < toPrepare.length) set('toPrepare', 'Modifier ce qui est à préparer', lines)
            }}
          />
        )}
      </Field>
      <div class="field">
        <label class="choice">
          <input
            type="checkbox"
            checked={info.mayDuplicate === true}
            disabled={board.isReadOnly}
            onChange={(event) =>
              set(
                'mayDuplicate',
                'Modifier la copie de dossiers',
                event.currentTarget.checked ? true : undefined,
              )
            }
          />
          <span>
            Permettre de commencer par une copie
            <small>D’un dossier que la même organisation a déjà déposé.</small>
          </span>
        </label>
      </div>
      <RulesList board={board} />
      <p class="hint">
        {pages === 0
          ? 'Commencez par « Ajouter une question » : une page est faite avec elle.'
          : `${pages} ${pages === 1 ? 'page' : 'pages'}. Choisissez une ligne du plan pour la modifier.`}
      </p>
      <WholeMarks board={board} />
    </>
  )
}

type TextProps = {
  board: Board
  property: string
  label: string
  hint?: ComponentChildren
  onType: (text: string) => void
}

const InfoText = ({ board, property, label, hint, onType }: TextProps): JSX.Element => {
  const value = board.content.info[property]
  return (
    <Field name={`plan-${property}`} label={label} hint={hint}>
      {(tied) => (
        <input
          {...tied}
          autocomplete="off"
          value={typeof value === 'string' ? value : ''}
          readOnly={board.isReadOnly}
          onInput={(event) => onType(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

/** The line one is typing on is kept, though empty. */
const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'))
