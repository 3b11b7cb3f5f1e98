import type { JSX } from 'preact'
import { useId, useState } from 'preact/hooks'
import { objectAt, textOf } from '../../../forms/editing/items.ts'
import { setProperty, withText } from '../../../forms/editing/set-property.ts'
import { InlineImage } from '../../shared/inline-image.tsx'
import type { Board } from './board.ts'
import { shrunkImage } from './shrunk-image.ts'

type Props = {
  readonly board: Board
  /** Of what shows the image: a question, or a choice of one. */
  readonly pointer: string
  /** What the image is of, where several fields stand together. */
  readonly called?: string
}

/** An image from a file of the agent's, made small enough to stand in the questionnaire. */
export const ImageField = ({ board, pointer, called }: Props): JSX.Element => {
  const [fault, setFault] = useState('')
  const id = useId()
  const json = objectAt(board.content, pointer)
  const link = textOf(json.imageLink)
  const of = called ? ` : ${called}` : ''
  const set = (value: string): void => {
    const label = `Choisir une image${of}`
    const next = value === '' ? undefined : withText(json.imageLink, value)
    board.apply(setProperty(board.content, pointer, 'imageLink', { value: next, label }))
  }
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return
    const shrunk = await shrunkImage(file)
    setFault('fault' in shrunk ? shrunk.fault : '')
    if ('fault' in shrunk) return
    set(shrunk.link)
    board.say(`Image en place${of}.`)
  }
  return (
    <div class="field image-field">
      {link ? <InlineImage link={link} alt="" /> : null}
      <label for={id}>
        {link ? 'Changer l’image' : 'Choisir une image'}
        <span class={called ? 'sr-only' : undefined}>{of}</span>
      </label>
      <input
        id={id}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        disabled={board.isReadOnly}
        aria-describedby={`${id}-aide`}
        onChange={({ currentTarget }) => {
          take(currentTarget.files?.[0])
          currentTarget.value = ''
        }}
      />
      <p class={called && !fault ? 'sr-only' : fault ? 'fault' : 'hint'} id={`${id}-aide`} role="status">
        {fault ||
          'Un fichier PNG, JPEG ou WebP. Il est réduit à 12 Ko environ et gardé dans le questionnaire.'}
      </p>
      {link && !board.isReadOnly ? (
        <button type="button" class="link" onClick={() => set('')}>
          Retirer l’image<span class="sr-only">{of}</span>
        </button>
      ) : null}
    </div>
  )
}
