// Where the preview stands: beside the editor, as on a telephone, or over the page, as wide as the screen. The frame is
// the same: it stays where it was, with what was answered in it, and nothing moves behind.
import type { ComponentChildren, JSX, RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { LEAVING } from '../shared/preview-messages.ts'

type Props = { readonly frame: RefObject<HTMLIFrameElement | null>; readonly children: ComponentChildren }

export const PreviewRoom = ({ frame, children }: Props): JSX.Element => {
  const [isWide, setWide] = useState(false)
  const place = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const dialog = place.current
    // In its place it is no dialog to anybody.
    if (!isWide) return dialog?.setAttribute('role', 'presentation')
    dialog?.removeAttribute('role')
    dialog?.showModal()
    const onMessage = ({ source, data }: MessageEvent<unknown>): void => {
      if (source === frame.current?.contentWindow && data === LEAVING) setWide(false)
    }
    addEventListener('message', onMessage)
    return () => {
      removeEventListener('message', onMessage)
      // The keyboard goes back to what opened it.
      dialog?.close()
    }
  }, [isWide])
  return (
    <>
      <div class="preview-head">
        <h2 id="apercu">Aperçu</h2>
        <button type="button" class="btn quiet" aria-haspopup="dialog" onClick={() => setWide(true)}>
          Agrandir l’aperçu
        </button>
      </div>
      <p class="hint">{SAVED_NOWHERE}</p>
      <div class="preview-room">
        <dialog
          ref={place}
          class="preview-place"
          {...(isWide ? { 'aria-labelledby': 'apercu-large' } : {})}
          onCancel={(event) => {
            event.preventDefault()
            setWide(false)
          }}
        >
          {isWide ? (
            <div key="head" class="preview-head">
              <h2 id="apercu-large">Aperçu</h2>
              <p class="hint">{SAVED_NOWHERE}</p>
              <button type="button" class="btn quiet" onClick={() => setWide(false)}>
                Fermer l’aperçu
              </button>
            </div>
          ) : null}
          {children}
        </dialog>
      </div>
    </>
  )
}

const SAVED_NOWHERE = 'Ce que vous y saisissez n’est enregistré nulle part.'
