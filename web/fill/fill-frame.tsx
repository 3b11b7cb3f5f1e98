// What surrounds the questions, the same in the document that publication writes and in the live page, so that
// nothing moves when one takes the other's place.
import type { ComponentChildren, JSX } from 'preact'
import { dataMapPath } from '../../forms/addresses.ts'

type FrameProps = {
  readonly title: string
  /** Whose it is, and how long it takes. */
  readonly context: string
  readonly banner: JSX.Element | null
  readonly nav: JSX.Element
  readonly children: ComponentChildren
}

/** A fill page: its title, how things stand, the sections beside the one that is open. */
export const FillFrame = ({ title, context, banner, nav, children }: FrameProps): JSX.Element => (
  <div class="fill-page">
    <div class="fill-head">
      <h1>{title}</h1>
      <p class="quiet-text">{context}</p>
    </div>
    {banner}
    <div class="fill">
      {nav}
      <div class="fill-section">{children}</div>
    </div>
  </div>
)

export const SECTION_TITLE = 'titre-de-la-partie'
/** What holds the questions that the document came with. */
export const FIRST_PAGE = 'premiere-page'

/** The title of the open section: where the focus goes when the section changes. */
export const SectionTitle = ({ number, title }: { number: number; title: string }): JSX.Element => (
  <h2 id={SECTION_TITLE} class="fill-title" tabIndex={-1}>
    {number}. {title}
  </h2>
)

type PreparationProps = {
  readonly id: string
  readonly version: number
  readonly toPrepare: readonly string[]
  readonly estimatedMinutes: number
  /** What is tried is published nowhere: neither is what there is to gather. */
  readonly isTrial?: boolean
}

/** Before the first question: how it goes, and what to have at hand. */
export const Preparation = (props: PreparationProps): JSX.Element => {
  const { id, version, toPrepare, estimatedMinutes, isTrial = false } = props
  return (
    <div class="preparation">
      <p>
        Comptez environ {estimatedMinutes} minutes. Vos réponses s’enregistrent à mesure que vous écrivez :
        vous pouvez vous arrêter à tout moment et reprendre plus tard, ici ou sur un autre appareil. Rien
        n’est envoyé à la Caf avant que vous ne transmettiez.
      </p>
      {toPrepare.length === 0 ? null : (
        <details>
          <summary>Ce qu’il faut avoir sous la main</summary>
          <ul>
            {toPrepare.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </details>
      )}
      {isTrial ? null : (
        <p class="preparation-all">
          <a href={dataMapPath({ formId: id, formVersion: version })}>
            Ce qu’il faut préparer, partie par partie, à imprimer
          </a>
        </p>
      )}
    </div>
  )
}
