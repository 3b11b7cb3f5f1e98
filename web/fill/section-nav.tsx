import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Icon } from '../shared/icons.tsx'

type SectionItem = {
  readonly name: string
  readonly title: string
  /** What is said beside the title; nothing for a section that nobody has begun. */
  readonly state?: SectionState | undefined
}

export type SectionState =
  | { readonly kind: 'done' }
  | {
      readonly kind: 'to-complete' | 'to-decide' | 'to-correct' | 'to-explain' | 'to-confirm' | 'changed'
      readonly count: number
    }
  | { readonly kind: 'read-only' }

type Props = {
  readonly items: readonly SectionItem[]
  readonly current: string
  readonly hrefOf: (section: string) => string
  readonly onGo: (section: string) => void
  readonly review: JSX.Element
  /** Whether it is known what each still needs. */
  readonly isCounted?: boolean
  /** Whether it tells how many are complete. */
  readonly hasProgress?: boolean
}

/** The sections, with what each still needs. On a telephone they unfold from a line that says where one is. */
export const SectionNav = ({
  items,
  current,
  hrefOf,
  onGo,
  review,
  isCounted = true,
  hasProgress = true,
}: Props): JSX.Element => {
  const [isUnfolded, setUnfolded] = useState(false)
  const at = items.findIndex(({ name }) => name === current)
  const done = items.filter(({ state }) => state?.kind === 'done').length
  return (
    <nav class="parts" aria-label="Parties du questionnaire">
      <button
        type="button"
        class="parts-toggle"
        aria-expanded={isUnfolded}
        aria-controls="parties"
        onClick={() => setUnfolded(!isUnfolded)}
      >
        <span>
          Partie {at + 1} sur {items.length} <b>{items[at]?.title}</b>
        </span>
        <Icon name={isUnfolded ? 'up' : 'down'} />
      </button>
      <div id="parties" class={isUnfolded ? 'parts-list unfolded' : 'parts-list'}>
        {hasProgress ? <Progress done={isCounted ? done : undefined} all={items.length} /> : null}
        <ol>
          {items.map((item, i) => (
            <li key={item.name} class={item.name === current ? 'on' : undefined}>
              <a
                href={hrefOf(item.name)}
                {...(item.name === current ? { 'aria-current': 'step' } : {})}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return
                  event.preventDefault()
                  setUnfolded(false)
                  onGo(item.name)
                }}
              >
                <span>
                  {i + 1}. {item.title}
                </span>
                <State state={item.state} />
              </a>
            </li>
          ))}
          <li class="parts-review">{review}</li>
        </ol>
      </div>
    </nav>
  )
}

const Progress = ({ done, all }: { done: number | undefined; all: number }): JSX.Element => (
  <>
    <p class="parts-progress" id="avancement">
      {done === undefined ? 'Lecture de vos réponses…' : `${doneWords(done)} sur ${all}`}
    </p>
    <progress max={all} value={done ?? 0} aria-labelledby="avancement" />
  </>
)

const doneWords = (done: number): string => {
  if (done === 0) return 'Aucune partie complète'
  return `${done} ${done === 1 ? 'partie complète' : 'parties complètes'}`
}

const State = ({ state }: { state: SectionState | undefined }): JSX.Element | null => {
  switch (state?.kind) {
    case undefined:
      return null
    case 'done':
      return (
        <span class="part-state ok">
          <Icon name="check" />
          <span class="sr-only">, complète</span>
        </span>
      )
    case 'to-complete':
      return <span class="part-state warn">{state.count} à compléter</span>
    case 'changed':
      return (
        <span class="part-state">
          {state.count} {state.count > 1 ? 'modifiées' : 'modifiée'}
        </span>
      )
    case 'to-decide':
      return <span class="part-state stop">{state.count} à départager</span>
    case 'to-correct':
      return <span class="part-state stop">{state.count} à corriger</span>
    case 'to-explain':
      return <span class="part-state warn">{state.count} à expliquer</span>
    case 'to-confirm':
      return <span class="part-state warn">{state.count} à confirmer</span>
    case 'read-only':
      return (
        <span class="part-state">
          <Icon name="lock" size={14} />
          <span class="sr-only">, en lecture seule</span>
        </span>
      )
  }
}
