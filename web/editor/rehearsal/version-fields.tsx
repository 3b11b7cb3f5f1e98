import type { JSX } from 'preact'
import type { FormView } from '../../../forms/editing-wire.ts'
import { Field } from '../../shared/field.tsx'
import type { Campaign } from '../running.ts'

type Target = number | 'draft'

/** What a campaign may go on with: later versions, the last first; the draft can be tried. */
export const targetsOf = ({ versions, draft }: FormView, { formVersion }: Campaign): Target[] => [
  ...versions
    .map(({ version }) => version)
    .filter((version) => version > formVersion)
    .toSorted((a, b) => b - a),
  ...(draft ? (['draft'] as const) : []),
]

type Props = {
  readonly campaigns: readonly Campaign[]
  readonly campaign: Campaign
  readonly targets: readonly Target[]
  readonly target: Target | undefined
  readonly onCampaign: (campaign: Campaign | undefined) => void
  readonly onTarget: (target: Target) => void
}

/** Which campaign, and to which version. */
export const VersionFields = ({ campaigns, campaign, targets, target, ...on }: Props): JSX.Element => (
  <div class="pair">
    <Field name="campagne" label="Campagne" hint={`Elle a la version ${campaign.formVersion}.`}>
      {(tied) => (
        <select
          {...tied}
          value={campaign.id}
          onChange={(event) => on.onCampaign(campaigns.find(({ id }) => id === event.currentTarget.value))}
        >
          {campaigns.map(({ id, title, formVersion }) => (
            <option key={id} value={id}>
              {title} (version {formVersion})
            </option>
          ))}
        </select>
      )}
    </Field>
    {targets.length > 0 ? (
      <Field
        name="version"
        label="Nouvelle version"
        hint="Le brouillon s’essaie ; il se publie avant de servir."
      >
        {(tied) => (
          <select
            {...tied}
            value={String(target)}
            onChange={(event) => {
              const chosen = targets.find((one) => String(one) === event.currentTarget.value)
              if (chosen !== undefined) on.onTarget(chosen)
            }}
          >
            {targets.map((one) => (
              <option key={one} value={String(one)}>
                {one === 'draft' ? 'Le brouillon, tel qu’il est' : `Version ${one}`}
              </option>
            ))}
          </select>
        )}
      </Field>
    ) : null}
  </div>
)
