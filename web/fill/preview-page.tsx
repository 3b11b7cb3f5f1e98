// /apercu/: a questionnaire that is being edited, as it will be filled, in a frame of the editor. The frame is
// sandboxed and has no origin: whatever the questionnaire holds, no script here reaches the site, its session or the API.
import './fill-parts.ts'
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Loading } from '../shared/feedback.tsx'
import { mount } from '../shared/mount.tsx'
import {
  isPreviewContent,
  isPreviewPlace,
  LEAVING,
  type PreviewContent,
  type PreviewPlace,
  READY,
} from '../shared/preview-messages.ts'
import { PreviewForm } from './preview-form.tsx'

const PreviewPage = (): JSX.Element => {
  const [content, setContent] = useState<PreviewContent>()
  const [place, setPlace] = useState<PreviewPlace>()
  useEffect(() => {
    const onMessage = ({ source, data }: MessageEvent<unknown>): void => {
      if (source !== parent) return
      if (isPreviewContent(data)) setContent(data)
      if (isPreviewPlace(data)) setPlace(data)
    }
    const around = new URL(location.href).origin
    const onKeyDown = ({ key, defaultPrevented }: KeyboardEvent): void => {
      if (key === 'Escape' && !defaultPrevented) parent.postMessage(LEAVING, around)
    }
    addEventListener('message', onMessage)
    addEventListener('keydown', onKeyDown)
    if (parent !== window) parent.postMessage(READY, around)
    return () => {
      removeEventListener('message', onMessage)
      removeEventListener('keydown', onKeyDown)
    }
  }, [])
  return (
    <main>
      {content ? (
        <PreviewForm content={content} place={place} />
      ) : (
        <>
          <h1>Aperçu du questionnaire</h1>
          <Loading label="Chargement de l’aperçu…" />
        </>
      )}
    </main>
  )
}

mount(<PreviewPage />)
