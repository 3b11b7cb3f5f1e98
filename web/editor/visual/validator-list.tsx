import type { JSX } from 'preact'
import { appended, removeEntry } from '../../../forms/editing/entries.ts'
import { listAt } from '../../../forms/editing/items.ts'
import { isObject, type JsonObject } from '../../../forms/editing/json-pointer.ts'
import { Field } from '../../shared/field.tsx'
import type { Vocabulary } from '../json/vocabulary.ts'
import type { Board } from './board.ts'
import { PropertyField } from './property-field.tsx'
import { PropertyGroup } from './property-group.tsx'
import { valueWords } from './property-words.ts'
import { TakeOut } from './take-out.tsx'

type Props = { readonly board: Board; readonly pointer: string; readonly vocabulary: Vocabulary }

const TYPES = ['numeric', 'text', 'regex', 'email', 'answercount', 'expression']

/** What an answer must satisfy beside its type, each with the message that says so. */
export const ValidatorList = ({ board, pointer, vocabulary }: Props): JSX.Element => {
  const list = `${pointer}/validators`
  const validators = listAt(board.content, list)
  return (
    <PropertyGroup title="Contrôles de la réponse" isOpen={validators.length > 0}>
      {validators.map((validator, index) =>
        isObject(validator) ? (
          <section
            key={index}
            class="plan-validator"
            aria-label={`Contrôle ${index + 1} : ${typeWords(validator)}`}
          >
            <h4>{typeWords(validator)}</h4>
            {Object.entries(vocabulary.classes[`${validator.type}validator`] ?? {}).map(
              ([property, facts]) => (
                <PropertyField
                  key={property}
                  board={board}
                  pointer={`${list}/${index}`}
                  json={validator}
                  property={property}
                  place={`controle-${index}-`}
                  facts={facts}
                />
              ),
            )}
            <TakeOut
              board={board}
              said="Contrôle : retrait fait."
              from="controle"
              onAct={() => board.apply(removeEntry(`${list}/${index}`, 'Retirer un contrôle'))}
            >
              Retirer ce contrôle
            </TakeOut>
          </section>
        ) : null,
      )}
      {board.isReadOnly ? null : (
        <Field name="plan-controle" label="Ajouter un contrôle">
          {(tied) => (
            <select
              {...tied}
              data-adds="controle"
              value=""
              onChange={(event) => {
                const type = event.currentTarget.value
                event.currentTarget.value = ''
                if (type) board.apply(appended(board.content, list, { type }, 'Ajouter un contrôle'))
              }}
            >
              <option value="">Choisir…</option>
              {TYPES.map((type) => (
                <option key={type} value={type}>
                  {wordsOf(type)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </PropertyGroup>
  )
}

const typeWords = ({ type }: JsonObject): string => wordsOf(typeof type === 'string' ? type : '')

const wordsOf = (type: string): string =>
  ({ text: 'Longueur du texte', email: 'Adresse électronique', expression: 'Condition à remplir' })[type] ??
  valueWords(type)
