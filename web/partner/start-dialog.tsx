import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { OpenCampaign } from '../../forms/people-wire.ts'
import { ResponseSummary } from '../../forms/response-wire.ts'
import type { Me } from '../../forms/session-wire.ts'
import { request } from '../shared/api.ts'
import { Dialog, DialogActions } from '../shared/dialog.tsx'
import { Field, fieldId } from '../shared/field.tsx'
import { NameField } from '../shared/name-field.tsx'
import { type Faults, faultsOf, Refusal } from '../shared/refusal.tsx'
import { useAction } from '../shared/use-action.ts'

type Props = {
  readonly me: Me
  readonly campaign: OpenCampaign
  /** What it may start from a copy of. */
  readonly earlier: readonly ResponseSummary[]
  readonly onClose: () => void
}

const NEW = ''

/** Asks for whom, and from a copy of what, then goes to the questionnaire. */
export const StartDialog = ({ me, campaign, earlier, onClose }: Props): JSX.Element => {
  const [organisationId, setOrganisationId] = useState(me.memberships[0]?.organisationId ?? NEW)
  const [name, setName] = useState('')
  const [projectName, setProjectName] = useState('')
  const [copyOf, setCopyOf] = useState('')
  const [missing, setMissing] = useState<Faults>({})
  // One key for this dialog: asked again after a failure, one response is started.
  const [key] = useState(() => crypto.randomUUID())
  const action = useAction()
  const faults = { ...faultsOf(action.failure), ...missing }
  const start = () => {
    const isMissing = organisationId === NEW && name.trim().length < 2
    setMissing(isMissing ? { organisationName: ['Écrivez le nom de votre structure.'] } : {})
    if (isMissing) return document.getElementById(fieldId('organisationName'))?.focus()
    action.run(async () => {
      const { body } = await request(`/campaigns/${encodeURIComponent(campaign.id)}/responses`, {
        method: 'POST',
        headers: { 'idempotency-key': key },
        body: {
          ...(organisationId === NEW ? { organisationName: name.trim() } : { organisationId }),
          ...(projectName.trim() ? { projectName: projectName.trim() } : {}),
          ...(copyOf ? { copyOf } : {}),
        },
        read: (reply) => ResponseSummary.parse(reply),
      })
      location.assign(body.fillUrl)
    })
  }
  return (
    <Dialog title={campaign.title} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          start()
        }}
      >
        {action.failure ? <Refusal error={action.failure} /> : null}
        {me.memberships.length > 0 ? (
          <Field name="organisationId" label="Pour quelle structure ?" faults={faults.organisationId}>
            {(tied) => (
              <select
                {...tied}
                value={organisationId}
                onChange={(event) => setOrganisationId(event.currentTarget.value)}
              >
                {me.memberships.map((membership) => (
                  <option key={membership.organisationId} value={membership.organisationId}>
                    {membership.organisationName}
                  </option>
                ))}
                <option value={NEW}>Une autre, qui n’est pas encore inscrite</option>
              </select>
            )}
          </Field>
        ) : null}
        {organisationId === NEW ? (
          <NameField
            name="organisationName"
            label="Nom de votre structure"
            hint="Vous seul verrez ce dossier, avec la Caf, jusqu’à ce qu’elle le valide."
            faults={faults.organisationName}
            autocomplete="organization"
            value={name}
            onInput={(typed) => {
              setName(typed)
              setMissing({})
            }}
          />
        ) : null}
        {campaign.opens === 'organisation' ? null : (
          <NameField
            name="projectName"
            label="Nom de ce dossier (facultatif)"
            hint="Pour le retrouver, si vous en préparez plusieurs."
            faults={faults.projectName}
            value={projectName}
            onInput={setProjectName}
          />
        )}
        {earlier.length > 0 ? (
          <Field
            name="copyOf"
            label="Reprendre les réponses d’un dossier précédent (facultatif)"
            hint="Les documents joints ne sont pas repris, et rien n’est transmis."
            faults={faults.copyOf}
          >
            {(tied) => (
              <select {...tied} value={copyOf} onChange={(event) => setCopyOf(event.currentTarget.value)}>
                <option value="">Non, partir de zéro</option>
                {earlier.map(({ id, projectName, schoolYear }) => (
                  <option key={id} value={id}>
                    {projectName}, {schoolYear}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : null}
        <DialogActions label="Commencer" busyLabel="Ouverture…" busy={action.busy} onClose={onClose} />
      </form>
    </Dialog>
  )
}
