import type { RefObject } from 'preact'
import { useEffect, useReducer, useState } from 'preact/hooks'
import type { Finding } from '../../../forms/editing-wire.ts'
import type { Doc } from '../document.ts'
import type { Board, Focus } from './board.ts'
import { foundAgain, type Selection, selectionOf } from './selection.ts'

type Props = {
  readonly doc: Doc
  readonly findings: readonly Finding[] | undefined
  readonly isReadOnly: boolean
  readonly panes: RefObject<HTMLElement | null>
}

const NONE: readonly Finding[] = []
/** Up to this width, in rem, outline and properties are two steps (plan.css). */
const NARROW_REM = 38

/** What the plan works on, what is selected in it, and where the keyboard is to go. */
export const useBoard = ({ doc, findings, isReadOnly, panes }: Props) => {
  const [, again] = useReducer((n: number) => n + 1, 0)
  useEffect(() => doc.subscribe(() => again(0)), [doc])
  const content = doc.content()
  const [selection, setSelection] = useState<Selection>({ pointer: '', name: '' })
  const [said, setSaid] = useState('')
  const [step, setStep] = useState<Focus>('outline')
  const [focus, setFocus] = useState<{ outline?: object; properties?: { readonly field?: string } }>({})
  const selected = foundAgain(content, selection)

  const select = (pointer: string, to?: Focus, field?: string): void => {
    setSelection(selectionOf(doc.content(), pointer))
    const isNarrow = (panes.current?.clientWidth ?? 0) <= NARROW_REM * rem()
    const goes = to ?? (isNarrow ? 'properties' : 'outline')
    setStep(goes)
    const fresh: { readonly field?: string } = field === undefined ? {} : { field }
    setFocus({ [goes]: fresh })
  }
  const say = (words: string): void => setSaid((before) => (before === words ? `${words}\u00a0` : words))
  const board: Board = {
    content,
    isReadOnly,
    findings: findings ?? NONE,
    select,
    say,
    apply: (edit) => {
      if (!edit || edit.patch.length === 0 || isReadOnly) return
      try {
        doc.apply(edit)
      } catch {
        say('Le questionnaire a changé entre-temps : cette modification n’a pas été faite.')
      }
    },
    applyAt: (edit, words) => {
      if (!edit || edit.patch.length === 0 || isReadOnly) return
      doc.apply(edit)
      select(edit.at, 'outline')
      say(words)
    },
  }
  return { board, selected, said, step, focus }
}

const rem = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
