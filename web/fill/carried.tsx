// Answers taken from another year: each says so until a person has changed or confirmed it, one by one or all those of
// a section at once.
import type { JSX } from 'preact'
import { useEffect, useReducer, useState } from 'preact/hooks'
import { sourceWords } from '../../forms/notes.ts'
import type { ResponseView } from '../../forms/response-wire.ts'
import type { SectionOutline } from '../shared/outline.ts'
import { keysOf } from './draft-answers.ts'
import { SECTION_TITLE } from './fill-frame.tsx'
import type { Notes } from './notes-kept.ts'

/** What of the filling tells of such answers. */
export type Carrying = {
  readonly notes: Notes
  readonly outline: readonly SectionOutline[]
  readonly response: () => Pick<ResponseView, 'schoolYear'>
  readonly isOpen: () => boolean
  readonly mayFill: (section: string) => boolean
  readonly listen: (listener: () => void) => () => void
}

/** Above the field of an answer that is still to confirm. */
export const CarriedMark = ({
  filling,
  question,
}: {
  filling: Carrying
  question: string
}): JSX.Element | null => {
  const [, again] = useReducer((n: number) => n + 1, 0)
  useEffect(() => filling.listen(() => again(0)), [filling])
  const year = filling.notes.unconfirmed()[question]
  if (year === undefined) return null
  const confirm = () => {
    filling.notes.confirm([question])
    document.querySelector<HTMLElement>(`#q-${CSS.escape(question)} :is(input, select, textarea)`)?.focus()
  }
  return (
    <p class="carried">
      <span>Repris {sourceWords(year, filling.response().schoolYear)}, à confirmer</span>
      {filling.isOpen() && filling.mayFill(sectionOf(filling, question)) ? (
        <button type="button" class="link" onClick={confirm}>
          Confirmer<span class="sr-only"> cette réponse</span>
        </button>
      ) : null}
    </p>
  )
}

/** Above the questions of a section that has such answers. */
export const CarriedNotice = ({ filling, section }: { filling: Carrying; section: string }): JSX.Element => {
  const [said, setSaid] = useState('')
  const years = filling.notes.unconfirmed()
  const names = carriedIn(filling, section)
  const confirm = () => {
    filling.notes.confirm(names)
    setSaid('Les réponses reprises de cette partie sont confirmées.')
    document.getElementById(SECTION_TITLE)?.focus()
  }
  const { schoolYear } = filling.response()
  const from = [...new Set(names.map((name) => sourceWords(years[name] ?? '', schoolYear)))].join(' et ')
  const one = names.length === 1
  return (
    <>
      <p class="sr-only" role="status">
        {said}
      </p>
      {names.length > 0 && filling.mayFill(section) ? (
        <div class="banner carried-notice">
          <p>
            <strong>
              {one ? 'Une réponse est reprise' : `${names.length} réponses sont reprises`} {from}.
            </strong>{' '}
            {one ? 'Corrigez-la ou confirmez-la.' : 'Relisez-les : corrigez-les ou confirmez-les.'}
            {hasTable(filling, section, names)
              ? ' Un tableau reste à confirmer même quand vous en changez une ligne.'
              : null}
          </p>
          {filling.isOpen() ? (
            <div class="end">
              <button type="button" class="btn quiet" onClick={confirm}>
                {one ? 'Confirmer cette réponse' : `Confirmer les ${names.length} réponses`}
              </button>
            </div>
          ) : null}
        </div>
      ) : null}
    </>
  )
}

/** Changing one row says nothing of the others. */
const hasTable = ({ outline }: Carrying, section: string, names: readonly string[]): boolean =>
  (outline.find(({ name }) => name === section)?.blocks ?? [])
    .flatMap(({ fields }) => fields)
    .some(({ name, fields }) => fields.length > 0 && names.includes(name))

const sectionOf = ({ outline }: Carrying, question: string): string =>
  outline.find((section) => keysOf(section).includes(question))?.name ?? ''

/** The questions of a section whose answer is still to confirm. */
export const carriedIn = (filling: Carrying, section: string): string[] => {
  const years = filling.notes.unconfirmed()
  const outline = filling.outline.find(({ name }) => name === section)
  return outline ? keysOf(outline).filter((name) => years[name] !== undefined) : []
}
