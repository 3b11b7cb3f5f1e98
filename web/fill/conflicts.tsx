// Two people, or one in two tabs, answered the same question otherwise: nobody's answer is dropped before somebody has chosen.
import type { ComponentChildren, JSX } from 'preact'
import { OneAnswer, placeOf } from '../shared/one-answer.tsx'
import type { Field, SectionOutline } from '../shared/outline.ts'
import type { SectionConflict } from './autosave.ts'
import { conflictWords, untilThen } from './conflict-words.ts'
import { whenText } from './save-state.ts'

export type Links = (value: unknown) => JSX.Element | undefined

type Props = {
  readonly conflicts: readonly SectionConflict[]
  /** The name of who chooses. */
  readonly me: string
  readonly outline: readonly SectionOutline[]
  readonly now: string
  readonly zone: string
  /** Documents that can be fetched, in the place of their names. */
  readonly links?: Links | undefined
  readonly onChoose: (conflict: SectionConflict, whose: 'mine' | 'theirs') => void
}

/** The answers to choose between, side by side, question by question. */
export const Conflicts = ({
  conflicts,
  me,
  outline,
  now,
  zone,
  links,
  onChoose,
}: Props): JSX.Element | null =>
  conflicts.length === 0 ? null : (
    <section class="card conflicts" aria-labelledby="conflits">
      <h3 id="conflits">À départager : deux réponses à la même question</h3>
      <p>{untilThen(conflicts, me)}</p>
      {conflicts.map((conflict) => {
        return (
          <fieldset key={`${conflict.section} ${conflict.path.join(' ')}`}>
            <legend>{placeOf(outline, conflict.path).title}</legend>
            <Choice {...{ conflict, me, outline, now, zone, links, onChoose }} />
          </fieldset>
        )
      })}
    </section>
  )

type ChoiceProps = Omit<Props, 'conflicts'> & { readonly conflict: SectionConflict }

/** Both answers to one question, and a button to keep each. */
export const Choice = ({ conflict, me, outline, now, zone, links, onChoose }: ChoiceProps): JSX.Element => {
  const { author, mine, theirs } = conflict
  const { field: cell } = placeOf(outline, conflict.path)
  const words = conflictWords(conflict, me)
  const when = author ? `, ${whenText(author.savedAt, now, zone)}` : ''
  return (
    <div class="conflict">
      <Side title={words.mine} {...{ cell, links }} value={mine}>
        <button type="button" class="btn" onClick={() => onChoose(conflict, 'mine')}>
          {words.keepMine}
        </button>
      </Side>
      <Side title={words.theirs + when} {...{ cell, links }} value={theirs}>
        <button type="button" class="btn quiet" onClick={() => onChoose(conflict, 'theirs')}>
          {words.keepTheirs}
        </button>
      </Side>
    </div>
  )
}

type SideProps = {
  title: string
  cell: Field | undefined
  value: unknown
  links: Links | undefined
  children: ComponentChildren
}

const Side = ({ title, cell, value, links, children }: SideProps): JSX.Element => (
  <div>
    <p class="quiet-text">{title}</p>
    <OneAnswer field={cell} value={value} documents={links} />
    {children}
  </div>
)
