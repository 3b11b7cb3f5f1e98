import type { ComponentChildren, JSX } from 'preact'
import { Dialog, DialogActions } from '../shared/dialog.tsx'
import { Refusal } from '../shared/refusal.tsx'
import type { Action } from '../shared/use-action.ts'

type Props = {
  readonly title: string
  readonly action: Action
  /** What the button says, and says while it is at it. */
  readonly label: string
  readonly busy: string
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children: ComponentChildren
}

/** A dialog that asks something and sends it. */
export const AskDialog = ({
  title,
  action,
  label,
  busy,
  onSubmit,
  onClose,
  children,
}: Props): JSX.Element => (
  <Dialog title={title} onClose={onClose}>
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {action.failure ? <Refusal error={action.failure} /> : null}
      {children}
      <DialogActions label={label} busyLabel={busy} busy={action.busy} onClose={onClose} />
    </form>
  </Dialog>
)
