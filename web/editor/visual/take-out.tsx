import type { ComponentChildren, JSX } from 'preact'
import type { Board } from './board.ts'

type Props = {
  readonly board: Board
  /** What those who hear the page are told of it. */
  readonly said: string
  readonly onAct: () => void
  readonly children: ComponentChildren
}

/** Takes one of several out; not there while nothing may be edited. */
export const TakeOut = ({ board, said, onAct, children }: Props): JSX.Element | null =>
  board.isReadOnly ? null : (
    <button
      type="button"
      class="link"
      onClick={() => {
        onAct()
        board.say(said)
      }}
    >
      {children}
    </button>
  )
