import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { textOf } from '../../../forms/editing/items.ts'
import { SAMPLE_TEXT } from '../../../forms/editing/new-elements.ts'
import { htmlOf, plainOf } from '../../../forms/editing/plain-html.ts'
import { setProperty, withText } from '../../../forms/editing/set-property.ts'
import { Field } from '../../shared/field.tsx'
import { type FieldProps, fieldName, labelOf } from './field-props.ts'

/** An information text, written as a letter is; as HTML when it says what cannot be written so. */
export const InformationText = (props: FieldProps): JSX.Element => {
  const { board, pointer, json, property } = props
  const html = textOf(json[property])
  // What is typed says more than what it gives: an empty line that ends it, a dash before its words.
  const [typed, setTyped] = useState('')
  const area = useRef<HTMLTextAreaElement>(null)
  const plain = htmlOf(typed) === html ? typed : plainOf(html)
  const set = (text: string): void => {
    setTyped(text)
    const value = withText(json[property], plain === undefined ? text : htmlOf(text))
    board.apply(setProperty(board.content, pointer, property, { value, label: labelOf(property, json) }))
  }
  const write = (written: (chosen: string) => { text: string; select: string }): void => {
    const field = area.current
    if (!field) return
    const start = field.selectionStart
    const { text, select } = written(field.value.slice(start, field.selectionEnd))
    field.setRangeText(text, start, field.selectionEnd, 'end')
    set(field.value)
    field.focus()
    const at = start + text.indexOf(select)
    field.setSelectionRange(at, at + select.length)
  }
  return (
    <>
      <Field
        name={fieldName(props)}
        label="Texte"
        hint={
          plain === undefined
            ? 'Ce texte a une mise en forme que ce champ ne sait pas écrire : il est montré avec ses balises.'
            : 'Une ligne vide sépare deux paragraphes.'
        }
      >
        {(tied) => (
          <textarea
            {...tied}
            ref={area}
            rows={8}
            class={plain === undefined ? 'typed-code' : undefined}
            value={plain ?? html}
            readOnly={board.isReadOnly}
            onFocus={(event) => {
              if (html === SAMPLE_TEXT) event.currentTarget.select()
            }}
            onInput={(event) => set(event.currentTarget.value)}
          />
        )}
      </Field>
      {plain === undefined || board.isReadOnly ? null : (
        <p class="rule-blanks">
          <Tool words="Gras" onPress={() => write(bold)} />
          <Tool words="Liste à puces" onPress={() => write(listed)} />
          <Tool words="Lien" onPress={() => write(linked)} />
        </p>
      )}
    </>
  )
}

const Tool = ({ words, onPress }: { words: string; onPress: () => void }): JSX.Element => (
  <button type="button" class="rule-blank" onClick={onPress}>
    {words}
  </button>
)

const bold = (chosen: string) => {
  const words = chosen.trim() || 'mots en gras'
  return { text: `**${words}**`, select: words }
}

const listed = (chosen: string) => {
  const lines = (chosen.trim() || 'premier point\ndeuxième point').split('\n').filter((line) => line.trim())
  const text = `${chosen ? '' : '\n\n'}${lines.map((line) => `- ${line.trim()}`).join('\n')}\n`
  return { text, select: (lines[0] ?? '').trim() }
}

const linked = (chosen: string) => {
  const words = chosen.trim() || 'les mots du lien'
  const address = 'https://exemple.fr'
  return { text: `[${words}](${address})`, select: address }
}
