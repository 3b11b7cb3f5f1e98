import type { JSX } from 'preact'
import { Icon } from '../shared/icons.tsx'
import { Tag } from '../shared/status-tag.tsx'
import { TrialButton } from '../shared/trial-button.tsx'
import { draftWords, editorUrl, type FormRow, lockWords, publishedWords, versionsUrl } from './form-words.ts'

type Props = {
  readonly form: FormRow
  readonly zone: string
  /** Whose, where there are several. */
  readonly cafName: string | undefined
  /** Who is looking. */
  readonly email: string | undefined
  readonly onExport: () => void
  readonly onGiveUp: () => void
}

/** One questionnaire: what is published of it, what is being changed, by whom, and what one can do. */
export const FormCard = (props: Props): JSX.Element => {
  const { form, zone, cafName, email, onExport, onGiveUp } = props
  const { id, title, latestVersion, draft, lock } = form
  const of = <span class="sr-only"> : {title}</span>
  return (
    <li class="card form">
      <div class="form-standing">
        <div class="form-head">
          <h2>{title}</h2>
          {latestVersion === undefined ? <Tag icon="circle">Jamais publié</Tag> : null}
          {latestVersion === undefined ? null : (
            <Tag tone="ok" icon="check">
              Version {latestVersion}
            </Tag>
          )}
          {draft ? (
            <Tag tone="warn" icon="half">
              Brouillon
            </Tag>
          ) : null}
        </div>
        {cafName ? <p class="quiet-text">{cafName}</p> : null}
        <p>{publishedWords(form, zone)}</p>
        {draft ? <p>{draftWords(draft, zone)}</p> : null}
        {draft && draft.title !== title ? <p>Son titre y devient « {draft.title} ».</p> : null}
        {lock ? (
          <p class="form-lock">
            <Icon name="pen" />
            <span>{lockWords(lock, email)}</span>
          </p>
        ) : null}
      </div>
      <div class="form-actions">
        <a class="btn quiet" href={editorUrl(id)}>
          Modifier{of}
        </a>
        {draft ? <TrialButton formId={id} title={draft.title} of={of} /> : null}
        {latestVersion === undefined ? null : (
          <a class="btn quiet" href={versionsUrl(id)}>
            Versions{of}
          </a>
        )}
        <button type="button" class="btn quiet" onClick={onExport}>
          Exporter…{of}
        </button>
        {draft ? (
          <button type="button" class="link" onClick={onGiveUp}>
            Abandonner le brouillon…{of}
          </button>
        ) : null}
      </div>
    </li>
  )
}
