// What a change of the questionnaire left in a dossier: what is to complete, and what has no place any more, with its
// value, so that nothing a person wrote is out of their sight.
import './fill-parts.ts'
import type { JSX } from 'preact'
import { dayText } from '../../forms/dates.ts'
import type { ResponseView } from '../../forms/response-wire.ts'
import type { SectionOutline } from '../shared/outline.ts'
import { quoted } from '../shared/words.ts'
import type { Filling } from './filling.ts'
import { hrefOf } from './place.ts'

type Moved = NonNullable<ResponseView['moved']>

export const MovedNotice = ({ filling }: { filling: Filling }): JSX.Element | null => {
  const { moved, zone } = filling.response()
  if (!moved) return null
  const lost = [...moved.lost, ...filling.lostHere()]
  if (lost.length === 0 && moved.toComplete.length === 0) return null
  return (
    <section class="banner warn moved-notice" aria-labelledby="version">
      <div>
        <h3 id="version">Le questionnaire a changé le {dayText(moved.at, zone)}</h3>
        <p>Vos réponses sont reprises dans la nouvelle version. Rien de ce qui a été transmis ne change.</p>
        {moved.toComplete.length > 0 ? (
          <>
            <p>
              <strong>À compléter :</strong>
            </p>
            <ul>
              {moved.toComplete.map(({ pointer, detail }) => (
                <li key={pointer}>
                  <ToQuestion outline={filling.outline} pointer={pointer} words={detail} />
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {lost.length > 0 ? <LostValues lost={lost} outline={filling.outline} /> : null}
      </div>
    </section>
  )
}

const LostValues = ({ lost, outline }: { lost: Moved['lost'] } & Pick<To, 'outline'>): JSX.Element => (
  <details open={lost.length <= 5}>
    <summary>
      {lost.length > 1
        ? `${lost.length} réponses n’ont pas pu être reprises`
        : 'Une réponse n’a pas pu être reprise'}
    </summary>
    <dl>
      {lost.map(({ pointer, question, title, words, reason }) => (
        <div key={pointer}>
          <dt>{title}</dt>
          <dd>
            {quoted(words)}. {reason}{' '}
            <ToQuestion outline={outline} pointer={question} words="Répondre de nouveau" elsewhere="" />
          </dd>
        </div>
      ))}
    </dl>
  </details>
)

type To = {
  readonly outline: readonly SectionOutline[]
  readonly pointer: string
  readonly words: string
  /** What is said of a question that is not asked any more. */
  readonly elsewhere?: string
}

const ToQuestion = ({ outline, pointer, words, elsewhere = words }: To): JSX.Element => {
  const name = decodeURIComponent(pointer.split('/')[1] ?? '')
  const section = outline.find(({ blocks }) =>
    blocks.some(({ fields }) => fields.some((one) => one.name === name)),
  )
  if (!section) return <>{elsewhere}</>
  return <a href={`${hrefOf(section.name)}#${encodeURIComponent(name)}`}>{words}</a>
}
