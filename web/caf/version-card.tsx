import type { JSX } from 'preact'
import { definitionUrl } from '../../forms/addresses.ts'
import { instantText } from '../../forms/dates.ts'
import type { FormView } from '../../forms/editing-wire.ts'
import { Tag } from '../shared/status-tag.tsx'

type Props = {
  readonly formId: string
  readonly version: FormView['versions'][number]
  readonly isLatest: boolean
  readonly zone: string
  readonly onExport: () => void
  readonly onRestart: () => void
}

/** One published version: when, its proof, and what one can do with it. */
export const VersionCard = (props: Props): JSX.Element => {
  const { formId, version, isLatest, zone, onExport, onRestart } = props
  const of = <span class="sr-only"> : version {version.version}</span>
  return (
    <li class="card form">
      <div class="form-standing">
        <div class="form-head">
          <h3>Version {version.version}</h3>
          {isLatest ? (
            <Tag tone="ok" icon="check">
              La dernière
            </Tag>
          ) : null}
        </div>
        <p>Publiée le {instantText(version.publishedAt, zone)}.</p>
        <p class="quiet-text">
          Empreinte SHA-256 du fichier publié&nbsp;: <code class="fingerprint">{version.sha256}</code>
        </p>
      </div>
      <div class="form-actions">
        <button type="button" class="btn quiet" onClick={onRestart}>
          Repartir de cette version…{of}
        </button>
        <button type="button" class="btn quiet" onClick={onExport}>
          Exporter…{of}
        </button>
        <a href={definitionUrl({ formId, formVersion: version.version })}>Fichier publié{of}</a>
      </div>
    </li>
  )
}
