// A « file » question: what was given, what is on its way, the place to give more, and what the organisation's folder
// has already.
import type { AriaAttributes, JSX, TargetedDragEvent } from 'preact'
import { useEffect, useReducer, useRef, useState } from 'preact/hooks'
import { cleanFileName } from '../../forms/document-names.ts'
import { endingsText, sizeText } from '../shared/document-words.ts'
import { documentsIn } from '../shared/documents.ts'
import { Icon } from '../shared/icons.tsx'
import { type FileQuestion, type Limits, limitsOf, refusalOf, roomFor } from './document-checks.ts'
import type { DocumentDesk } from './document-desk.ts'
import { GivenDocuments, UploadItems } from './document-items.tsx'
import { FolderOffers, LooseOffers } from './document-offers.tsx'

/** Draws a question as it is now; `aria` ties it to its title, its hint and its errors. */
export type DrawDocuments = (question: FileQuestion, aria: AriaAttributes) => JSX.Element

type Props = {
  readonly question: FileQuestion
  readonly aria: AriaAttributes
  readonly desk: DocumentDesk
}

export const DocumentInput = ({ question, aria, desk }: Props): JSX.Element => {
  const [, again] = useReducer((n: number) => n + 1, 0)
  useEffect(() => desk.listen(() => again(0)), [desk])
  const { name } = question
  const documents = documentsIn(question.value)
  const ids = documents.map(({ content }) => content).join(' ')
  useEffect(() => desk.learn(ids.split(' ').filter(Boolean)), [desk, ids])

  const chooser = useRef<HTMLInputElement>(null)
  const root = useRef<HTMLFieldSetElement>(null)
  const acted = useRef(false)
  // What was pressed may be gone: the keyboard stays at the question.
  useEffect(() => {
    if (!acted.current || document.activeElement !== document.body) return
    acted.current = false
    ;(chooser.current ?? root.current)?.focus({ preventScroll: true })
  })
  const act =
    (what: () => unknown): (() => void) =>
    () => {
      acted.current = true
      what()
    }

  const limits = limitsOf(question)
  const uploads = desk.uploads.of(name)
  const coming = uploads.filter(({ state }) => state.kind !== 'refused').length
  const replaces = limits.most === 1
  const isOpen =
    !question.isInputReadOnly && (replaces ? coming === 0 : documents.length + coming < limits.most)
  const take = (files: readonly File[]) => {
    for (const { key, state } of uploads) if (state.kind === 'refused') desk.uploads.cancel(key)
    const [taken, tooMany] = roomFor(files, documents.length + coming, limits)
    if (tooMany) desk.uploads.refuse(name, tooMany)
    for (const file of taken) {
      const shown = cleanFileName(file.name)
      const refusal = refusalOf({ name: shown, size: file.size }, limits)
      if (refusal) desk.uploads.refuse(name, refusal)
      else desk.uploads.give(name, shown, { file }, replaces)
    }
  }
  return (
    <fieldset
      class="documents"
      aria-labelledby={aria['aria-labelledby']}
      aria-describedby={aria['aria-describedby']}
      tabIndex={-1}
      ref={root}
    >
      <GivenDocuments {...{ question, documents, desk, act }} />
      <UploadItems {...{ uploads, desk, act }} />
      {isOpen ? (
        <Chooser {...{ question, aria, limits, chooser }} count={documents.length} onFiles={take} />
      ) : null}
      {!question.isInputReadOnly && !replaces && documents.length === limits.most ? (
        <p class="q-hint">
          {limits.most} documents sur {limits.most} : retirez-en un pour en donner un autre.
        </p>
      ) : null}
      {isOpen && !(replaces && documents.length > 0) ? (
        <>
          <LooseOffers {...{ question, replaces, desk, act }} />
          <FolderOffers {...{ question, documents, limits, replaces, desk, act }} />
        </>
      ) : null}
      <p class="sr-only" role="status">
        {desk.said(name)}
      </p>
    </fieldset>
  )
}

type ChooserProps = {
  readonly question: FileQuestion
  readonly aria: AriaAttributes
  readonly limits: Limits
  readonly count: number
  readonly chooser: { current: HTMLInputElement | null }
  readonly onFiles: (files: readonly File[]) => void
}

/** The browser's own field under a button's look, and the place around it where files are dropped. */
const Chooser = ({ question, aria, limits, count, chooser, onFiles }: ChooserProps): JSX.Element => {
  const { endings, most } = limits
  const [isOver, setOver] = useState(false)
  /** One document was asked and given: another is seldom wanted. */
  const isAnswered = most === 1 && count > 0
  const labelId = `${question.inputId}_choisir`
  const hintId = `${question.inputId}_types`
  const onDrop = (event: TargetedDragEvent<HTMLElement>) => {
    event.preventDefault()
    setOver(false)
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length > 0) onFiles(files)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way beside the field inside
    <div
      class={`documents-drop${isOver ? ' over' : ''}${isAnswered ? ' answered' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <label class="btn quiet">
        <Icon name="upload" />
        <span id={labelId}>{wordsOf(most, count)}</span>
        <input
          id={question.inputId}
          class="sr-only"
          type="file"
          ref={chooser}
          accept={endings.join(',')}
          multiple={most > 1}
          required={question.isRequired && count === 0}
          aria-labelledby={`${labelId} ${aria['aria-labelledby']}`}
          aria-describedby={hintId}
          onChange={({ currentTarget }) => {
            onFiles([...(currentTarget.files ?? [])])
            // The same file may be chosen again.
            currentTarget.value = ''
          }}
        />
      </label>
      <span class="documents-or">ou déposez-{most > 1 ? 'les' : 'le'} ici</span>
      <p class="q-hint" id={hintId}>
        {endingsText(endings)}
        {question.hasDescription ? '' : `, ${limitsText(limits)}`}.
      </p>
    </div>
  )
}

/** What our definitions say themselves, in the description of the question. */
const limitsText = ({ most, maxBytes }: Limits): string =>
  most === 1
    ? `${sizeText(maxBytes)} au plus`
    : `${sizeText(maxBytes)} au plus chacun, ${most} documents au plus`

const wordsOf = (most: number, count: number): string => {
  if (most > 1) return count > 0 ? 'Ajouter des fichiers' : 'Choisir des fichiers'
  return count > 0 ? 'Remplacer le fichier' : 'Choisir un fichier'
}
