// The JSON way of editing. CodeMirror is loaded with it, not before.
import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Finding } from '../../forms/editing-wire.ts'
import { Banner, Loading } from '../shared/feedback.tsx'
import { quoted } from '../shared/words.ts'
import type { Doc } from './document.ts'
import type { CodeEditor } from './json/code-editor.ts'

type Props = {
  readonly doc: Doc
  readonly findings: readonly Finding[] | undefined
  readonly isReadOnly: boolean
  /** Where to go in the text; each new object is followed once. */
  readonly place: { readonly pointer: string } | undefined
  readonly onMend: (finding: Finding) => boolean
}

export const JsonTab = ({ doc, findings, isReadOnly, place, onMend }: Props): JSX.Element => {
  const host = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<CodeEditor | 'failed'>()
  const [tooLong, setTooLong] = useState<number>()
  useEffect(() => {
    let made: CodeEditor | undefined
    let isGone = false
    import('./json/code-editor.ts').then(
      ({ createCodeEditor }) => {
        if (isGone || !host.current) return
        made = createCodeEditor({ host: host.current, doc, onTooLong: setTooLong })
        setEditor(made)
      },
      () => setEditor('failed'),
    )
    const forget = doc.subscribe(() => setTooLong(undefined))
    return () => {
      isGone = true
      forget()
      made?.destroy()
    }
  }, [doc])
  const open = editor === 'failed' ? undefined : editor
  useEffect(() => open?.setReadOnly(isReadOnly), [open, isReadOnly])
  useEffect(
    () => open?.setFindings(findings ?? [], isReadOnly ? undefined : onMend),
    [open, findings, isReadOnly, onMend],
  )
  useEffect(() => {
    if (place) open?.goTo(place.pointer)
  }, [open, place])
  const isInvalid = doc.text() !== undefined
  return (
    <>
      <p class="hint">
        {quoted('Échap')} puis {quoted('Tab')} quitte l’éditeur. {quoted('Ctrl + Espace')} propose ce qui peut
        s’écrire, {quoted('Ctrl + F')} cherche.
      </p>
      <div role="status">
        {isInvalid ? (
          <Banner tone="warn">
            <strong>Ce texte n’est pas encore valide.</strong> Il est gardé tel quel sur cet appareil, et
            n’est pas enregistré : la dernière version valide l’est. L’endroit est marqué en marge.
          </Banner>
        ) : null}
      </div>
      {tooLong === undefined ? null : (
        <Banner tone="stop" live="alert">
          <strong>Ce texte est trop long : il n’a pas été pris.</strong> Il ferait {megabytes(tooLong)} Mo ;
          un questionnaire ne dépasse pas 220 Ko. Rien n’a changé.
        </Banner>
      )}
      {editor === undefined ? <Loading label="Chargement de l’éditeur…" /> : null}
      {editor === 'failed' ? (
        <Banner tone="stop" live="alert">
          <strong>L’éditeur n’a pas pu être chargé.</strong> Vérifiez votre connexion, puis rechargez la page.
        </Banner>
      ) : null}
      <div class="code" ref={host} />
    </>
  )
}

const megabytes = (characters: number): string =>
  (characters / 1_000_000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })
