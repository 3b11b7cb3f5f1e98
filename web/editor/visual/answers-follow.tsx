// Under the name of a question or the code of a choice: whose answers are kept under it, and where a renaming leads.
import type { JSX } from 'preact'
import { useContext, useState } from 'preact/hooks'
import { movingUrl } from '../../../forms/addresses.ts'
import { answerAt } from '../../../forms/editing/rename-path.ts'
import { formerNames, placeOf, underName } from '../../../forms/moving/renames.ts'
import { quoted } from '../../shared/words.ts'
import { AskingContext } from '../asking.ts'
import { renamesOf } from '../renames.ts'
import type { Campaign } from '../running.ts'
import type { Board } from './board.ts'
import { useAsked } from './use-asked.ts'

type Props = {
  readonly board: Board
  readonly pointer: string
  /** Another name is being typed. */
  readonly isChanged: boolean
}

export const AnswersFollow = ({ board, pointer, isChanged }: Props): JSX.Element | null => {
  const { formId } = useContext(AskingContext)
  const now = answerAt(board.content, pointer)
  const former = formerNames(renamesOf(formId), now)
  const asked = useAsked([placeOf(now)])
  const askedBefore = useAsked(former.map((name) => placeOf(underName(now, name))))
  if (isChanged && asked.length > 0)
    return (
      <p class="hint">
        {campaignsWords(asked)} garde{asked.length > 1 ? 'nt' : ''} des réponses sous « {nameIn(now)} ». Elles
        ne se perdent pas : le changement de nom sera déjà noté là où vous ferez passer la campagne à la
        nouvelle version.
      </p>
    )
  const before = former.at(-1)
  if (before === undefined || askedBefore.length === 0) return null
  return (
    <div class="note warn answers-follow">
      <p>
        Renommé : les réponses de {campaignsWords(askedBefore)} sont sous « {before} ». Voyez ce qu’elles
        deviennent, le changement de nom y est déjà noté :
      </p>
      <ul class="plain">
        {askedBefore.map((campaign) => (
          <li key={campaign.id}>
            <TryLink campaign={campaign} />
          </li>
        ))}
      </ul>
    </div>
  )
}

const nameIn = ({ path, value }: ReturnType<typeof answerAt>): string =>
  value ?? path.slice(path.lastIndexOf('/') + 1)

const campaignsWords = (campaigns: readonly Campaign[]): string =>
  campaigns.map(({ title }) => quoted(title)).join(', ')

/** Leads there once the server has what was just renamed. */
const TryLink = ({ campaign }: { campaign: Campaign }): JSX.Element => {
  const { saved } = useContext(AskingContext)
  const [isUnsaved, setUnsaved] = useState(false)
  const href = movingUrl(campaign, 'brouillon')
  return (
    <>
      <a
        href={href}
        onClick={async (event) => {
          event.preventDefault()
          const isSaved = await saved()
          setUnsaved(!isSaved)
          if (isSaved) location.assign(href)
        }}
      >
        Essayer le changement sur les dossiers de {quoted(campaign.title)}
      </a>
      <span role="status">
        {isUnsaved ? ' Le brouillon n’est pas encore enregistré : réessayez dans un instant.' : ''}
      </span>
    </>
  )
}
