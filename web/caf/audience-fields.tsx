import type { JSX } from 'preact'
import type { Project } from '../../forms/nouns/people.ts'
import { FieldGroup, fieldId } from '../shared/field.tsx'
import { quoted } from '../shared/words.ts'
import type { AudienceKind, CampaignFields } from './campaign-fields.ts'
import { ProjectPicker } from './project-picker.tsx'

type Props = {
  readonly fields: CampaignFields
  readonly projects: readonly Project[]
  /** The facts that the Caf's projects hold. */
  readonly facts: readonly string[]
  readonly faults: readonly string[] | undefined
  readonly change: (part: Partial<CampaignFields>) => void
}

/** Whom the campaign calls. */
export const AudienceFields = ({ fields, projects, facts, faults, change }: Props): JSX.Element => {
  const choice = (kind: AudienceKind, words: string, about: string, isPossible = true) => (
    <label class="choice">
      <input
        type="radio"
        name="audience"
        checked={fields.audience === kind}
        disabled={!isPossible}
        onChange={() => change({ audience: kind })}
      />
      <span>
        {words}
        <small>{about}</small>
      </span>
    </label>
  )
  return (
    <FieldGroup name="audience" label="Qui est appelé" faults={faults}>
      {choice('all', 'Tous les projets financés', 'Ceux que votre Caf finance cette année scolaire.')}
      {choice(
        'fact',
        'Les projets dans une situation donnée',
        facts.length > 0
          ? `Par exemple ${quoted(facts[0] ?? '')}, le jour de l’ouverture.`
          : 'Aucune situation n’est notée sur vos projets pour le moment.',
        facts.length > 0,
      )}
      {fields.audience === 'fact' ? <FactField fields={fields} facts={facts} change={change} /> : null}
      {choice(
        'projects',
        'Une liste de projets',
        'Vous les choisissez un par un, ou les importez d’un fichier.',
      )}
      {fields.audience === 'projects' ? (
        <ProjectPicker
          projects={projects}
          chosen={fields.projects}
          onChoose={(ids) => change({ projects: ids })}
        />
      ) : null}
      {choice('open', 'Dépôt ouvert', 'Personne n’est appelé : toute personne connectée peut déposer.')}
      {fields.audience === 'import' ? choice('import', 'Les projets d’un import', fields.importId) : null}
    </FieldGroup>
  )
}

const FactField = ({ fields, facts, change }: Pick<Props, 'fields' | 'facts' | 'change'>): JSX.Element => (
  <div class="under-choice">
    <label for={fieldId('fact')}>La situation</label>
    <select
      id={fieldId('fact')}
      class="control"
      value={fields.fact}
      onChange={(event) => change({ fact: event.currentTarget.value })}
    >
      <option value="">Choisir une situation…</option>
      {[...new Set([...facts, ...(fields.fact ? [fields.fact] : [])])].map((fact) => (
        <option key={fact} value={fact}>
          {fact}
        </option>
      ))}
    </select>
  </div>
)
