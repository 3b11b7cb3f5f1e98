// What need not be looked for again: documents given before, here or with another form.
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { dayText } from '../../forms/dates.ts'
import { mediaTypesOf } from '../../forms/document-types.ts'
import type { FolderDocument } from '../../forms/documents-wire.ts'
import { factsText } from '../shared/document-links.tsx'
import { sizeText } from '../shared/document-words.ts'
import type { DocumentAnswer } from '../shared/documents.ts'
import type { FileQuestion, Limits } from './document-checks.ts'
import type { DocumentDesk } from './document-desk.ts'
import type { Act } from './document-items.tsx'

type LooseProps = {
  readonly question: FileQuestion
  readonly replaces: boolean
  readonly desk: DocumentDesk
  readonly act: Act
}

/** What this very question was given and no answer names. */
export const LooseOffers = ({ question, replaces, desk, act }: LooseProps): JSX.Element | null => {
  const loose = desk.loose(question.name)
  if (loose.length === 0) return null
  return (
    <div class="documents-offers">
      <p>Déposé ici, mais pas joint à votre réponse :</p>
      <ul class="documents-list plain">
        {loose.map((document) => (
          <li key={document.id}>
            <div class="document-what">
              <span class="document-name">{document.name}</span>
              <span class="quiet-text">
                {factsText(document, document.size)}, déposé le {dayText(document.givenAt, desk.zone)}
              </span>
            </div>
            <div class="document-acts">
              <button
                type="button"
                class="link"
                onClick={act(() => desk.attach(question.name, document, replaces))}
              >
                Joindre<span class="sr-only"> {document.name}</span>
              </button>
              {document.sent ? null : (
                <button
                  type="button"
                  class="link"
                  onClick={act(() => desk.discard(question.name, document.id))}
                >
                  Supprimer<span class="sr-only"> {document.name}</span>
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The first of them: those that answered the same question, and the latest. */
const FIRST = 4

type FolderProps = LooseProps & { readonly documents: readonly DocumentAnswer[]; readonly limits: Limits }

/** What the organisation gave before and this question takes: what answered the same question first. */
export const FolderOffers = (props: FolderProps): JSX.Element | null => {
  const { question, documents, limits, replaces, desk, act } = props
  const [all, setAll] = useState(false)
  const title = question.locTitle.renderedHtml
  const offers = offersOf(
    desk.folder(),
    { acceptedTypes: question.acceptedTypes, title },
    documents,
    limits,
  ).filter(({ document }) => !desk.loose(question.name).some(({ id }) => id === document))
  if (offers.length === 0) return null
  const isSame = offers[0]?.question === title
  return (
    <details class="documents-offers" open={isSame && documents.length === 0}>
      <summary>
        Déjà dans votre dossier de documents <span class="count">{offers.length}</span>
      </summary>
      <ul class="documents-list plain">
        {offers.slice(0, all ? offers.length : FIRST).map((offer) => (
          <li key={`${offer.response} ${offer.document}`}>
            <div class="document-what">
              <span class="document-name">{offer.name}</span>
              <span class="quiet-text">
                {offer.question === title ? '' : `${offer.question} · `}
                {offer.form} {offer.schoolYear} · déposé le {dayText(offer.givenAt, desk.zone)} ·{' '}
                {sizeText(offer.size)}
              </span>
            </div>
            <button
              type="button"
              class="link"
              onClick={act(() => desk.reuse(question.name, offer, replaces))}
            >
              Reprendre<span class="sr-only"> {offer.name}</span>
            </button>
          </li>
        ))}
      </ul>
      {!all && offers.length > FIRST ? (
        <button type="button" class="link" onClick={act(() => setAll(true))}>
          Voir les {offers.length} documents
        </button>
      ) : null}
    </details>
  )
}

/** Of a folder, what a question takes and has not been given, those that answered the same question before first. */
export const offersOf = (
  folder: readonly FolderDocument[],
  question: { readonly acceptedTypes: string; readonly title: string },
  documents: readonly DocumentAnswer[],
  { maxBytes }: Pick<Limits, 'maxBytes'>,
): FolderDocument[] => {
  const types = new Set(mediaTypesOf(question))
  const given = new Set(documents.flatMap(({ content, name }) => [content, name]))
  return folder
    .filter(
      ({ type, size, document, name }) =>
        types.has(type) && size <= maxBytes && !given.has(document) && !given.has(name),
    )
    .toSorted((a, b) => Number(b.question === question.title) - Number(a.question === question.title))
}
