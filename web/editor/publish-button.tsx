import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Finding } from '../../forms/editing-wire.ts'
import type { Editing } from './editing.ts'
import { PublishDialog } from './publish-dialog.tsx'

type Props = {
  readonly editing: Editing
  readonly findings: readonly Finding[] | undefined
  readonly onGo: (finding: Finding) => void
}

/** The one thing to end with. */
export const PublishButton = ({ editing, findings, onGo }: Props): JSX.Element => {
  const [isOpen, setOpen] = useState(false)
  const isDisabled = editing.isReadOnly()
  return (
    <>
      <button
        type="button"
        class="btn"
        aria-disabled={isDisabled}
        onClick={() => isDisabled || setOpen(true)}
      >
        Publier…
      </button>
      {isOpen ? (
        <PublishDialog
          {...{ editing, findings }}
          onClose={() => setOpen(false)}
          onGo={(finding) => {
            setOpen(false)
            onGo(finding)
          }}
        />
      ) : null}
    </>
  )
}
