import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { roleWords } from '../../forms/access.ts'
import { instantText } from '../../forms/dates.ts'
import { Icon } from '../shared/icons.tsx'
import { Refusal } from '../shared/refusal.tsx'
import { useAction } from '../shared/use-action.ts'
import { quoted } from '../shared/words.ts'
import type { Confirmed } from './confirming.ts'
import type { Filling } from './filling.ts'
import { focusFault } from './focus-answer.ts'
import { nextTask } from './slices.ts'

const TITLE = 'confirmation'

type Props = { readonly filling: Filling; readonly section: string }

/** Under a section that is confirmed: whether it is, by whom, and the way to do so for those who fill it. */
export const ConfirmSection = ({ filling, section }: Props): JSX.Element | null => {
  const { confirming } = filling
  if (!confirming.isAsked()) return null
  const confirmation = confirming.of(section)
  const { zone, may } = filling.response()
  return (
    <section class="card confirm" aria-labelledby={TITLE}>
      <h3 id={TITLE} tabIndex={-1}>
        Confirmation de cette partie
      </h3>
      <div role="status">
        {confirmation ? (
          <p class="note ok">
            <Icon name="check" />
            <span>
              Confirmée par {confirmation.by}, le {instantText(confirmation.at, zone)}. La modifier annule la
              confirmation.
            </span>
          </p>
        ) : null}
      </div>
      {confirmation ? null : may.confirm.includes(section) ? (
        <Confirm filling={filling} section={section} />
      ) : (
        <WhoConfirms filling={filling} section={section} />
      )}
    </section>
  )
}

const Confirm = ({ filling, section }: Props): JSX.Element => {
  const action = useAction()
  const [outcome, setOutcome] = useState<Confirmed>()
  const confirm = () =>
    action.run(async () => {
      const told = await filling.confirming.confirm(section)
      setOutcome(told)
      if (told === 'confirmed') document.getElementById(TITLE)?.focus()
      if (told !== 'incomplete') return
      // Once the questions say what they still need.
      await nextTask()
      focusFault(filling.confirming.firstLeft(section) ?? '', filling.outline)
    })
  const words = outcome === undefined ? undefined : outcomeWords[outcome]
  return (
    <>
      <p>
        Quand elle est terminée, confirmez-la : le questionnaire ne se transmet qu’une fois chaque partie
        confirmée par une personne qui la remplit.
      </p>
      {action.failure ? <Refusal error={action.failure} /> : null}
      <div role="alert">{words ? <p class="note warn">{words}</p> : null}</div>
      {filling.isOpen() && filling.survey() ? (
        <button type="button" class="btn quiet" aria-disabled={action.busy} onClick={confirm}>
          {action.busy ? 'Confirmation…' : 'Confirmer cette partie'}
        </button>
      ) : null}
    </>
  )
}

const outcomeWords: Record<Confirmed, string | undefined> = {
  confirmed: undefined,
  incomplete:
    'Cette partie n’est pas confirmée : il y manque des réponses, ou certaines sont à corriger. Vous êtes sur la première.',
  unsaved: 'Des réponses de cette partie ne sont pas encore enregistrées : elle n’est pas confirmée.',
  changed:
    'Cette partie vient d’être modifiée par une autre personne, ou dans un autre onglet : elle n’est pas confirmée. Rechargez la page, relisez, puis confirmez.',
}

const WhoConfirms = ({ filling, section }: Props): JSX.Element => {
  const { team } = filling.response()
  const role = filling.sections().find(({ name }) => name === section)?.role
  const people = role ? (team[role] ?? []) : []
  return (
    <p>
      Elle n’est pas encore confirmée. Le rôle {quoted(role ? roleWords[role] : '')} permet de le faire :{' '}
      {people.length > 0 ? people.join(', ') : 'personne ne l’a pour le moment'}.
    </p>
  )
}
