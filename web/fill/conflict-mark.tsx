// At a field that somebody, or the same person in another tab, answered otherwise: the choice stands where they write,
// as it does above the section.
import type { JSX } from 'preact'
import { useEffect, useReducer } from 'preact/hooks'
import type { Me } from '../../forms/session-wire.ts'
import { useServerNow } from '../shared/clock.ts'
import type { SectionOutline } from '../shared/outline.ts'
import type { SectionConflict } from './autosave.ts'
import { conflictWords } from './conflict-words.ts'
import { Choice, type Links } from './conflicts.tsx'

export type Conflicting = {
  readonly me: Pick<Me, 'name'>
  readonly outline: readonly SectionOutline[]
  readonly conflicts: () => readonly SectionConflict[]
  readonly choose: (conflict: SectionConflict, whose: 'mine' | 'theirs') => void
  readonly documents: { readonly links?: Links | undefined }
  readonly response: () => { readonly zone: string }
  readonly listen: (listener: () => void) => () => void
}

export const ConflictMark = ({
  filling,
  question,
}: {
  readonly filling: Conflicting
  readonly question: string
}): JSX.Element | null => {
  const [, again] = useReducer((n: number) => n + 1, 0)
  useEffect(() => filling.listen(() => again(0)), [filling])
  const conflicts = filling.conflicts().filter(({ path }) => path[0] === question)
  return conflicts.length === 0 ? null : <Marks filling={filling} conflicts={conflicts} />
}

type MarksProps = { readonly filling: Conflicting; readonly conflicts: readonly SectionConflict[] }

/** Where the saving stands is said aloud: that there are some is part of it. */
const Marks = ({ filling, conflicts }: MarksProps): JSX.Element => {
  const now = useServerNow()
  return (
    <>
      {conflicts.map((conflict) => (
        <div key={conflict.path.join(' ')} class="conflict-mark">
          <p>
            <strong>{conflictWords(conflict, filling.me.name).atField}</strong> Choisissez celle qui reste.
          </p>
          <Choice
            conflict={conflict}
            me={filling.me.name}
            {...{ outline: filling.outline, now, zone: filling.response().zone }}
            links={filling.documents.links}
            onChoose={filling.choose}
          />
        </div>
      ))}
    </>
  )
}
