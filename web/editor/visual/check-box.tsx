import type { ComponentChildren, JSX } from 'preact'
import type { Board } from './board.ts'

type Props = {
  readonly board: Board
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly children: ComponentChildren
}

/** One box to tick, with its words. */
export const CheckBox = ({ board, isOn, onChange, children }: Props): JSX.Element => (
  <div class="field">
    <label class="choice">
      <input
        type="checkbox"
        checked={isOn}
        disabled={board.isReadOnly}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  </div>
)
