// A number taken from answers, as people say it: the sum of some, or how many there are. What form.json says of the
// estimate and of coherence is made of these (forms/operand-schemas.ts).
import type { JSX } from 'preact'
import { type AnswerPlace, isNumeric } from '../../../forms/editing/answer-places.ts'
import { isObject, type Json } from '../../../forms/editing/json-pointer.ts'
import { FieldGroup } from '../../shared/field.tsx'
import { PlaceSelect } from './place-select.tsx'

type Props = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly faults?: readonly string[]
  /** An Operand, whatever a draft holds, or nothing yet. */
  readonly value: Json | undefined
  /** The places of the questionnaire that it is read in. */
  readonly places: readonly AnswerPlace[]
  readonly isReadOnly: boolean
  /** A whole Operand; nothing when it says no place any more. */
  readonly onChange: (operand: Json | undefined) => void
}

/** « [Somme de] [Charges, Montant (toutes les lignes)] + … », or « [Nombre de réponses à] [Bonus] égales à [Oui] ». */
export const OperandField = (props: Props): JSX.Element => {
  const { name, label, hint, faults = [], value, places, isReadOnly, onChange } = props
  const read = readOperand(value)
  const rest = read.form === undefined ? {} : { form: read.form }
  const set = (next: Partial<ReadOperand>): void => onChange(operandOf({ ...read, ...next }, rest))
  return (
    <FieldGroup name={name} label={label} hint={hint} faults={faults}>
      <div class="clause">
        <select
          class="control"
          aria-label={`${label} : se lit comme`}
          value={read.way}
          disabled={isReadOnly}
          onChange={(event) => {
            const way = event.currentTarget.value === 'count' ? 'count' : 'sum'
            // What is chosen is kept where it fits: a sum is of numbers.
            const fitting = (pattern: string) =>
              places.some((place) => place.pattern === pattern && (way === 'count' || isNumeric(place)))
            const kept = read.patterns.filter(fitting).slice(0, way === 'count' ? 1 : undefined)
            const first = way === 'count' ? places[0] : places.find(isNumeric)
            set({ way, is: undefined, patterns: kept.length > 0 || !first ? kept : [first.pattern] })
          }}
        >
          <option value="sum">La somme de</option>
          <option value="count">Le nombre de réponses à</option>
        </select>
        {read.way === 'count' ? (
          <Count {...{ read, places, isReadOnly, label, set }} />
        ) : (
          <Sum {...{ read, places, isReadOnly, label, set }} />
        )}
      </div>
      {read.form === undefined ? null : <p class="hint">Lu dans le questionnaire « {read.form} ».</p>}
    </FieldGroup>
  )
}

type WayProps = Pick<Props, 'places' | 'isReadOnly' | 'label'> & {
  readonly read: ReadOperand
  readonly set: (next: Partial<ReadOperand>) => void
}

/** Each place that is added, and one more to choose. */
const Sum = ({ read, places, isReadOnly, label, set }: WayProps): JSX.Element => {
  const numeric = places.filter(isNumeric)
  return (
    <>
      {read.patterns.map((pattern, index) => (
        <div key={pattern} class="clause several">
          <PlaceSelect
            label={`${label} : ${index === 0 ? 'à lire' : `à ajouter, ${index + 1}`}`}
            value={pattern}
            places={numeric}
            isReadOnly={isReadOnly}
            onChange={(chosen) => {
              if (!read.patterns.includes(chosen)) set({ patterns: read.patterns.with(index, chosen) })
            }}
          />
          {isReadOnly ? null : (
            <button
              type="button"
              class="link"
              onClick={() => set({ patterns: read.patterns.toSpliced(index, 1) })}
            >
              Retirer<span class="sr-only"> {titleOf(places, pattern)}</span>
            </button>
          )}
        </div>
      ))}
      {isReadOnly ? null : (
        <PlaceSelect
          key={read.patterns.length}
          label={`${label} : ${read.patterns.length === 0 ? 'choisir' : 'ajouter'}`}
          none={read.patterns.length === 0 ? 'Choisir une question…' : 'Ajouter une question…'}
          value=""
          places={numeric.filter(({ pattern }) => !read.patterns.includes(pattern))}
          isReadOnly={false}
          onChange={(chosen) => set({ patterns: [...read.patterns, chosen] })}
        />
      )}
    </>
  )
}

/** One place, and the answer that is counted when not every one is. */
const Count = ({ read, places, isReadOnly, label, set }: WayProps): JSX.Element => {
  const [pattern = ''] = read.patterns
  const options = places.find((place) => place.pattern === pattern)?.options ?? []
  const isKnown = read.is === undefined || options.some(({ value }) => value === read.is)
  return (
    <>
      <PlaceSelect
        label={`${label} : à compter`}
        {...(pattern === '' ? { none: 'Choisir une question…' } : {})}
        value={pattern}
        places={places}
        isReadOnly={isReadOnly}
        onChange={(chosen) => set({ patterns: [chosen], is: undefined })}
      />
      {options.length === 0 && read.is === undefined ? null : (
        <select
          class="control"
          aria-label={`${label} : réponse comptée`}
          value={read.is === undefined ? '' : JSON.stringify(read.is)}
          disabled={isReadOnly}
          onChange={(event) =>
            set({
              is: options.find(({ value }) => JSON.stringify(value) === event.currentTarget.value)?.value,
            })
          }
        >
          <option value="">quelle que soit la réponse</option>
          {isKnown ? null : (
            <option value={JSON.stringify(read.is)}>{String(read.is)} (n’est plus un choix)</option>
          )}
          {options.map(({ value, text }) => (
            <option key={String(value)} value={JSON.stringify(value)}>
              égales à « {text} »
            </option>
          ))}
        </select>
      )}
      {isReadOnly || pattern === '' ? null : (
        <button type="button" class="link" onClick={() => set({ patterns: [], is: undefined })}>
          Retirer<span class="sr-only"> {titleOf(places, pattern)}</span>
        </button>
      )}
    </>
  )
}

const titleOf = (places: readonly AnswerPlace[], pattern: string): string =>
  places.find((place) => place.pattern === pattern)?.title ?? pattern

type ReadOperand = {
  readonly way: 'sum' | 'count'
  readonly patterns: readonly string[]
  readonly is: string | number | boolean | undefined
  readonly form: string | undefined
}

/** An operand as it is shown; what a draft says otherwise is left out. */
const readOperand = (value: Json | undefined): ReadOperand => {
  const operand = isObject(value) ? value : {}
  const { sum, count, is, form } = operand
  const shared = {
    is: typeof is === 'string' || typeof is === 'number' || typeof is === 'boolean' ? is : undefined,
    form: typeof form === 'string' ? form : undefined,
  }
  if (typeof count === 'string') return { ...shared, way: 'count', patterns: count === '' ? [] : [count] }
  const patterns = Array.isArray(sum) ? sum.filter((one) => typeof one === 'string') : []
  return { ...shared, way: 'sum', patterns }
}

const operandOf = ({ way, patterns, is }: ReadOperand, rest: { form?: string }): Json | undefined => {
  const [first] = patterns
  if (first === undefined) return undefined
  if (way === 'sum') return { sum: [...patterns], ...rest }
  return { count: first, ...(is === undefined ? {} : { is }), ...rest }
}
