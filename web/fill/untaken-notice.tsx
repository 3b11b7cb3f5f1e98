// On the review: what stands in fields on this device and is no answer, so that nothing is sent without it unawares.
import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Fault } from '../../forms/problems.ts'
import { placeOf } from '../shared/answer-places.ts'
import { Icon } from '../shared/icons.tsx'
import { type Dossier, editHrefOf, workingOf } from './load-response.ts'
import { readUntaken, stillUntaken, type Untaken, untakenWords } from './untaken.ts'

/** The element that says it, where « Transmettre » leads while there is some. */
export const UNTAKEN = 'saisies-a-corriger'

/** What this person typed here in the parts that they fill and that could not be taken. */
export const useUntaken = (dossier: Dossier, open: boolean): readonly Untaken[] =>
  useMemo(() => {
    if (!open) return []
    const { me, response, outline } = dossier
    return stillUntaken(readUntaken(me.email, response.id), workingOf(dossier)).filter(({ pointer }) =>
      response.may.save.includes(placeOf(outline, pointer).section),
    )
  }, [dossier, open])

export const faultOf = (untaken: Untaken): Fault => ({
  pointer: untaken.pointer,
  detail: untakenWords(untaken),
})

type Props = { readonly dossier: Dossier; readonly untaken: readonly Untaken[] }

export const UntakenNotice = ({ dossier, untaken }: Props): JSX.Element | null => {
  if (untaken.length === 0) return null
  const editHref = editHrefOf(dossier.response)
  return (
    <section class="notice stop" id={UNTAKEN} tabIndex={-1} aria-labelledby={`${UNTAKEN}-titre`}>
      <h2 id={`${UNTAKEN}-titre`}>
        <Icon name="alert" size={20} />
        {untaken.length === 1
          ? 'Une réponse n’a pas pu être enregistrée'
          : `${untaken.length} réponses n’ont pas pu être enregistrées`}
      </h2>
      <p>Corrigez ou effacez ce qui est écrit : d’ici là, rien ne peut être transmis.</p>
      <ul>
        {untaken.map((one) => {
          const { section, question, words } = placeOf(dossier.outline, one.pointer)
          return (
            <li key={one.pointer}>
              <a href={editHref(section, question) ?? `#q-${question}`}>{words}</a> : {untakenWords(one)}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
