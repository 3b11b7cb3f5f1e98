// What who administers does with an access: gives it, changes its roles, takes it away.
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Standing } from '../../forms/people.ts'
import { request } from './api.ts'
import { Dialog, DialogActions } from './dialog.tsx'
import { Field, FieldGroup, fieldId } from './field.tsx'
import { type Faults, faultsOf, Refusal } from './refusal.tsx'
import { type Action, useAction } from './use-action.ts'

export type Person = {
  readonly id: string
  readonly email: string
  readonly name?: string | undefined
  readonly roles: readonly string[]
  readonly standing: Standing
  readonly invitedAt?: string | undefined
  readonly invitedBy?: string | undefined
  readonly invitationEndsAt?: string | undefined
  readonly returned: boolean
  readonly self: boolean
}

export type RoleWords = Readonly<Record<string, { readonly name: string; readonly does: string }>>

type Props = {
  readonly words: RoleWords
  readonly path: string
  readonly query?: string
  readonly place: string
  readonly onDone: (sentence: string) => void
  readonly onClose: () => void
}

const nothing = () => undefined

/** Gives an address an access. */
export const InviteDialog = ({ words, path, query = '', place, onDone, onClose }: Props): JSX.Element => {
  const [email, setEmail] = useState('')
  const [roles, setRoles] = useState<readonly string[]>([])
  const [missing, setMissing] = useState<Faults>({})
  const action = useAction()
  const faults = { ...faultsOf(action.failure), ...missing }
  const send = () => {
    const wrong = {
      ...(/^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/.test(email)
        ? {}
        : { email: ['Écrivez l’adresse comme nom@exemple.fr.'] }),
      ...(roles.length > 0 ? {} : { roles: ['Cochez au moins un rôle.'] }),
    }
    setMissing(wrong)
    const [first] = Object.keys(wrong)
    if (first) return focusField(first)
    action.run(async () => {
      await request(path + query, { method: 'POST', body: { email, roles }, read: nothing })
      onDone(`${email.trim()} est invité. Son accès commencera quand cette adresse se connectera.`)
    })
  }
  return (
    <Dialog title="Inviter une personne" onClose={onClose}>
      <ActionForm action={action} label="Inviter" busy="Envoi…" onSubmit={send} onClose={onClose}>
        <p>
          Un message lui dira comment se connecter {place}. L’invitation vaut 15 jours ; avant sa première
          connexion, personne n’a d’accès.
        </p>
        <Field name="email" label="Son adresse électronique" faults={faults.email}>
          {(tied) => (
            <input
              {...tied}
              type="text"
              inputMode="email"
              autocomplete="off"
              autocapitalize="none"
              spellcheck={false}
              maxLength={254}
              value={email}
              onInput={(event) => {
                setEmail(event.currentTarget.value)
                setMissing({ ...missing, email: [] })
              }}
            />
          )}
        </Field>
        <Roles
          words={words}
          roles={roles}
          faults={faults.roles}
          onChange={(chosen) => {
            setRoles(chosen)
            setMissing({ ...missing, roles: [] })
          }}
        />
      </ActionForm>
    </Dialog>
  )
}

type OnePerson = Props & { readonly person: Person }

/** Gives a person other roles. */
export const RolesDialog = ({ words, path, query = '', person, onDone, onClose }: OnePerson): JSX.Element => {
  const [roles, setRoles] = useState<readonly string[]>(person.roles)
  const [missing, setMissing] = useState<readonly string[]>()
  const action = useAction()
  const send = () => {
    setMissing(roles.length > 0 ? undefined : ['Cochez au moins un rôle, ou retirez l’accès.'])
    if (roles.length === 0) return
    action.run(async () => {
      await request(`${path}/${person.id}${query}`, { method: 'PUT', body: { roles }, read: nothing })
      onDone(`Les rôles de ${nameOf(person)} sont changés, dès sa prochaine action.`)
    })
  }
  return (
    <Dialog title={`Rôles de ${nameOf(person)}`} onClose={onClose}>
      <ActionForm
        action={action}
        label="Enregistrer"
        busy="Enregistrement…"
        onSubmit={send}
        onClose={onClose}
      >
        {person.self ? (
          <p>Ce sont vos propres rôles : vous pourriez ne plus pouvoir revenir en arrière.</p>
        ) : null}
        <Roles
          words={words}
          roles={roles}
          faults={missing ?? faultsOf(action.failure).roles}
          onChange={setRoles}
        />
      </ActionForm>
    </Dialog>
  )
}

/** Takes an access away, after saying what that means. */
export const RemoveDialog = ({
  path,
  query = '',
  place,
  person,
  onDone,
  onClose,
}: OnePerson): JSX.Element => {
  const action = useAction()
  const send = () =>
    action.run(async () => {
      await request(`${path}/${person.id}${query}`, { method: 'DELETE', read: nothing })
      if (person.self) location.assign('/')
      onDone(`${nameOf(person)} n’a plus d’accès.`)
    })
  return (
    <Dialog title={`Retirer l’accès de ${nameOf(person)} ?`} onClose={onClose}>
      <ActionForm
        action={action}
        label="Retirer l’accès"
        busy="Retrait…"
        danger
        onSubmit={send}
        onClose={onClose}
      >
        <p>
          Dès sa prochaine action, {person.self ? 'vous ne verrez' : 'cette personne ne verra'} plus rien{' '}
          {place}. Ce qui a été saisi ou transmis reste, avec {person.self ? 'votre' : 'son'} nom.
        </p>
      </ActionForm>
    </Dialog>
  )
}

type FormProps = {
  readonly action: Action
  readonly label: string
  readonly busy: string
  readonly danger?: boolean
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children: (JSX.Element | null)[] | JSX.Element
}

const ActionForm = ({ action, label, busy, danger, onSubmit, onClose, children }: FormProps): JSX.Element => (
  <form
    noValidate
    onSubmit={(event) => {
      event.preventDefault()
      onSubmit()
    }}
  >
    {action.failure ? <Refusal error={action.failure} /> : null}
    {children}
    <DialogActions label={label} busyLabel={busy} busy={action.busy} danger={danger} onClose={onClose} />
  </form>
)

type RolesProps = {
  readonly words: RoleWords
  readonly roles: readonly string[]
  readonly faults: readonly string[] | undefined
  readonly onChange: (roles: readonly string[]) => void
}

const Roles = ({ words, roles, faults, onChange }: RolesProps): JSX.Element => (
  <FieldGroup name="roles" label="Rôles" hint="Une personne peut en avoir plusieurs." faults={faults}>
    {Object.entries(words).map(([role, { name, does }]) => (
      <label class="choice" key={role}>
        <input
          type="checkbox"
          checked={roles.includes(role)}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? [...roles, role] : roles.filter((other) => other !== role))
          }
        />
        <span>
          {name}
          <small>{does}</small>
        </span>
      </label>
    ))}
  </FieldGroup>
)

/** Where the first thing to correct is: whoever hears the page hears why. */
const focusField = (name: string): void => document.getElementById(fieldId(name))?.focus()

const nameOf = ({ name, email }: Person): string => name ?? email
