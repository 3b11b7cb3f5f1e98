// The people of an organisation or of a Caf: who they are, what they may do, and, for who administers, how to change it.
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { deadlineText, instantText } from '../../forms/dates.ts'
import { Icon } from './icons.tsx'
import { InviteDialog, type Person, RemoveDialog, RolesDialog, type RoleWords } from './person-dialogs.tsx'
import type { Tone } from './status-tag.tsx'

type Props = {
  readonly people: readonly Person[]
  readonly words: RoleWords
  /** Where these people are in the API, and what its addresses end with. */
  readonly path: string
  readonly query?: string
  /** Of what: « de l’association Belledonne ». */
  readonly place: string
  readonly manage: boolean
  /** Whether one may invite, who may not do the rest. */
  readonly invite?: boolean
  readonly onDone: (sentence: string) => void
}

type Open = { readonly what: 'invite' } | { readonly what: 'roles' | 'remove'; readonly person: Person }

/** The section « Personnes » of a page. */
export const People = (props: Props): JSX.Element => {
  const { people, words, manage, invite = manage } = props
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const done = (sentence: string) => {
    close()
    props.onDone(sentence)
  }
  const dialog = { ...props, onClose: close, onDone: done }
  return (
    <section aria-labelledby="personnes">
      <div class="section-head">
        <h2 id="personnes">
          Personnes <span class="count">{people.length}</span>
        </h2>
        {invite ? (
          <button type="button" class="btn" onClick={() => setOpen({ what: 'invite' })}>
            Inviter une personne…
          </button>
        ) : null}
      </div>
      <ul class="plain stack">
        {people.map((person) => (
          <li key={person.id} class="card person">
            <div>
              <h3>
                {person.name ?? person.email}
                {person.self ? <span class="quiet-text"> (vous)</span> : null}
              </h3>
              {person.name ? <p class="quiet-text">{person.email}</p> : null}
              <StandingLine person={person} />
            </div>
            <ul class="plain roles" aria-label="Rôles">
              {person.roles.map((role) => (
                <li key={role}>
                  <span class="tag info" title={words[role]?.does}>
                    {words[role]?.name ?? role}
                  </span>
                </li>
              ))}
            </ul>
            {manage ? (
              <div class="person-actions">
                <PersonButton person={person} onClick={() => setOpen({ what: 'roles', person })}>
                  Changer les rôles…
                </PersonButton>
                <PersonButton person={person} onClick={() => setOpen({ what: 'remove', person })}>
                  Retirer l’accès…
                </PersonButton>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {open?.what === 'invite' ? <InviteDialog {...dialog} /> : null}
      {open?.what === 'roles' ? <RolesDialog {...dialog} person={open.person} /> : null}
      {open?.what === 'remove' ? <RemoveDialog {...dialog} person={open.person} /> : null}
    </section>
  )
}

const PersonButton = ({ person, onClick, children }: ButtonProps): JSX.Element => (
  <button type="button" class="link" onClick={onClick}>
    {children}
    <span class="sr-only"> : {person.name ?? person.email}</span>
  </button>
)
type ButtonProps = { person: Person; onClick: () => void; children: string }

/** Where an access stands, when it is not simply in use. */
const StandingLine = ({ person }: { person: Person }): JSX.Element | null => {
  const { standing, returned, invitedBy, invitedAt, invitationEndsAt } = person
  if (standing === 'active') return null
  const ends = invitationEndsAt ? deadlineText(invitationEndsAt, 'Europe/Paris') : ''
  const [tone, label]: [Tone, string] =
    standing === 'expired' ? ['stop', 'Invitation expirée'] : ['warn', 'Invitation en attente']
  return (
    <>
      <p class="person-standing">
        <span class={`tag ${tone}`}>
          <Icon name={standing === 'expired' ? 'cross' : 'clock'} size={16} />
          {label}
        </span>
      </p>
      <p class="quiet-text">
        {standing === 'expired'
          ? `Personne ne s’est connecté avec cette adresse avant le ${ends}. Invitez-la de nouveau.`
          : `Par ${invitedBy}, le ${instantText(invitedAt ?? '', 'Europe/Paris')}. À accepter, en se connectant, avant le ${ends}.`}
      </p>
      {returned ? (
        <p class="note stop">
          <Icon name="alert" />
          Le message d’invitation est revenu : cette adresse n’existe pas ou n’accepte pas nos messages.
          Vérifiez-la, puis invitez la bonne.
        </p>
      ) : null}
    </>
  )
}
