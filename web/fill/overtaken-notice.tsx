import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { ChangedAnswers } from '../shared/changed-answers.tsx'
import { Icon } from '../shared/icons.tsx'
import { quoted } from '../shared/words.ts'
import type { Correcting } from './correcting.ts'
import { whenText } from './save-state.ts'

type Props = { readonly correcting: Correcting; readonly now: string }

/** That somebody changed what counts while one was correcting it: what, and that nothing of either is lost. */
export const OvertakenNotice = ({ correcting, now }: Props): JSX.Element | null => {
  const overtaken = correcting.overtaken()
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    if (overtaken) place.current?.focus()
  }, [overtaken])
  if (!overtaken) return null
  const { by, at, reason, changes } = overtaken
  const open = correcting.conflicts().length
  return (
    <section class="notice warn" ref={place} tabIndex={-1} aria-labelledby="entre-temps">
      <h2 id="entre-temps">
        <Icon name="alert" size={20} />
        {by} a modifié ces réponses entre-temps
      </h2>
      <p>
        C’était {whenText(at, now, correcting.response().zone)}.{reason ? ` Motif : ${quoted(reason)}` : ''}{' '}
        Rien de ce que vous avez écrit n’est enregistré ni perdu : vos modifications s’ajoutent à celles-ci.
      </p>
      <ChangedAnswers
        outline={correcting.outline}
        changes={changes}
        sides={['Ce que vous corrigiez', `Par ${by}`]}
      />
      <p>
        {open > 0
          ? `${open} ${open > 1 ? 'réponses sont à départager' : 'réponse est à départager'} : choisissez dans sa partie celle qui reste, puis enregistrez.`
          : 'Relisez, puis enregistrez de nouveau.'}
      </p>
    </section>
  )
}
