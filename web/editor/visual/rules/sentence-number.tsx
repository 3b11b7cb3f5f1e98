import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { formatAmount, parseMoney } from '../../../../forms/money.ts'

type Props = {
  readonly label: string
  /** In cents, of an amount. */
  readonly value: number | undefined
  readonly isMoney: boolean
  readonly mayBeEmpty: boolean
  readonly isReadOnly: boolean
  readonly onChange: (value: number | undefined) => void
}

/** A number in the middle of a sentence, as French people write it; what is none stays in the field, marked. */
export const SentenceNumber = (props: Props): JSX.Element => {
  const { label, value, isMoney, mayBeEmpty, isReadOnly, onChange } = props
  const [typed, setTyped] = useState<string>()
  const isWrong = typed !== undefined && !isFine(typed, isMoney, mayBeEmpty)
  return (
    <span class="rule-number">
      <input
        class="control"
        aria-label={isMoney ? `${label}, en euros` : label}
        aria-invalid={isWrong ? 'true' : undefined}
        inputMode="decimal"
        autocomplete="off"
        value={typed ?? shown(value, isMoney)}
        readOnly={isReadOnly}
        onInput={(event) => {
          const text = event.currentTarget.value
          setTyped(text)
          if (isFine(text, isMoney, mayBeEmpty)) onChange(numberIn(text, isMoney))
        }}
        onBlur={() => isWrong || setTyped(undefined)}
      />
      {isMoney ? '\u00a0€' : null}
      {isWrong ? (
        <span class="fault" role="alert">
          Écrivez un nombre, comme 12 ou 0,5.
        </span>
      ) : null}
    </span>
  )
}

const isFine = (text: string, isMoney: boolean, mayBeEmpty: boolean): boolean =>
  text.trim() === '' ? mayBeEmpty : numberIn(text, isMoney) !== undefined

const numberIn = (text: string, isMoney: boolean): number | undefined => {
  if (isMoney) return parseMoney(text)
  const plain = text.replaceAll(/\s/g, '').replace(',', '.')
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined
}

const shown = (value: number | undefined, isMoney: boolean): string => {
  if (value === undefined) return ''
  return isMoney && Number.isSafeInteger(value) ? formatAmount(value) : String(value).replace('.', ',')
}
