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
    addEventListener('message', onMessage)
    if (parent !== window) parent.postMessage(READY, new URL(location.href).origin)
    return () => removeEventListener('message', onMessage)
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
