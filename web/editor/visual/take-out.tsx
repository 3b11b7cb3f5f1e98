import type { ComponentChildren, JSX } from 'preact'
import type { Board } from './board.ts'
import { goOnFrom } from './property-group.tsx'

type Props = {
  readonly board: Board
  /** What those who hear the page are told of it. */
  readonly said: string
  /** What it is one of, in a group that folds: the keyboard goes on from there. */
  readonly from?: string
  readonly onAct: () => void
  readonly children: ComponentChildren
}

/** Takes one of several out; not there while nothing may be edited. */
export const TakeOut = ({ board, said, from, onAct, children }: Props): JSX.Element | null =>
  board.isReadOnly ? null : (
    <button
      type="button"
      class="link"
      data-takes-out={from}
      onClick={({ currentTarget }) => {
        if (from !== undefined) goOnFrom(currentTarget)
        onAct()
        board.say(said)
      }}
    >
      {children}
    </button>
  )
