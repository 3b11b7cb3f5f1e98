import type { JSX } from 'preact'
import type { SectionOutline } from '../shared/outline.ts'

type Props = {
  outline: readonly SectionOutline[]
  /** Pointers into the body that was sent, `/answers/<question>/…`. */
  removed: readonly string[]
}

/** What was left out of a submission, since its question is not asked of these answers. Never silently. */
export const RemovedAnswers = ({ outline, removed }: Props): JSX.Element => {
  const names = new Set(removed.map((pointer) => (pointer.split('/')[2] ?? '').replace(/-Comment$/, '')))
  const questions = outline.flatMap((section) =>
    section.blocks
      .flatMap(({ fields }) => fields)
      .filter(({ name }) => names.has(name))
      .map(({ name, title }) => ({ name, words: `${title} (${section.title})` })),
  )
  return (
    <section class="card removed" aria-labelledby="retirees">
      <h2 id="retirees">Des réponses n’ont pas été transmises</h2>
      <p>
        D’après vos autres réponses, ces questions ne se posent pas. Ce que vous y aviez écrit reste dans
        votre brouillon, et ne fait pas partie de l’envoi :
      </p>
      <ul>
        {questions.map(({ name, words }) => (
          <li key={name}>{words}</li>
        ))}
      </ul>
    </section>
  )
}
