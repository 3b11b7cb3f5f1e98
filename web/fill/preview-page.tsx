// /apercu/: a questionnaire that is being edited, as it will be filled, in a frame of the editor. The frame is
// sandboxed and has no origin: whatever the questionnaire holds, no script here reaches the site, its session or the API.
import './fill-parts.ts'
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Loading } from '../shared/feedback.tsx'
import { mount } from '../shared/mount.tsx'
import { isPreviewContent, type PreviewContent, READY } from '../shared/preview-messages.ts'
import { PreviewForm } from './preview-form.tsx'

const PreviewPage = (): JSX.Element => {
  const [content, setContent] = useState<PreviewContent>()
  useEffect(() => {
    const onMessage = ({ source, data }: MessageEvent<unknown>): void => {
      if (source === parent && isPreviewContent(data)) setContent(data)
    }
    addEventListener('message', onMessage)
    if (parent !== window) parent.postMessage(READY, new URL(location.href).origin)
    return () => removeEventListener('message', onMessage)
  }, [])
  return (
    <main>
      {content ? (
        <PreviewForm content={content} />
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
