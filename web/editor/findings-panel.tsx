// What the checks found, errors first: each with its place and, where there is one, its mend.
import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { itemsOf } from '../../forms/editing/items.ts'
import type { Finding } from '../../forms/editing-wire.ts'
import { Icon } from '../shared/icons.tsx'
import type { Doc } from './document.ts'
import { whereWords } from './finding-where.ts'

type Props = {
  readonly doc: Doc
  /** Undefined until the first checks are done. */
  readonly findings: readonly Finding[] | undefined
  readonly isReadOnly: boolean
  readonly onGo: (finding: Finding) => void
  readonly onMend: (finding: Finding) => boolean
}

const MOST_SHOWN = 50

export const FindingsPanel = ({ doc, findings, isReadOnly, onGo, onMend }: Props): JSX.Element => {
  const [said, setSaid] = useState('')
  const errors = (findings ?? []).filter(({ severity }) => severity === 'error')
  const warnings = (findings ?? []).filter(({ severity }) => severity === 'warning')
  const shown = [...errors, ...warnings].slice(0, MOST_SHOWN)
  const content = doc.content()
  const items = useMemo(() => itemsOf(content), [content])
  const where = (finding: Finding): string => {
    const words = whereWords(items, finding)
    return words === '' ? '' : ` · ${words}`
  }
  const mend = (finding: Finding): void => {
    const gone = 'Le questionnaire a changé depuis ce contrôle : attendez le suivant.'
    setSaid(onMend(finding) ? `Fait : ${finding.fix?.label}` : gone)
  }
  return (
    <section class="card findings" aria-labelledby="controles">
      <h2 id="controles" tabIndex={-1}>
        Contrôles
      </h2>
      <p class="findings-count" role="status">
        {doc.text() === undefined
          ? countWords(findings, errors.length, warnings.length)
          : 'Le texte JSON n’est pas valide : corrigez-le d’abord. Ceci porte sur la dernière version valide.'}
      </p>
      <p class="sr-only" role="status">
        {said}
      </p>
      {shown.length === 0 ? null : (
        <ul class="plain">
          {shown.map((finding) => (
            <li key={`${finding.check} ${finding.pointer} ${finding.detail}`} class={finding.severity}>
              <p>
                <Icon name="alert" />
                <span>
                  <strong>{finding.severity === 'error' ? 'À corriger' : 'À vérifier'}</strong>
                  {where(finding)} : {finding.detail}
                </span>
              </p>
              <div class="finding-actions">
                <button type="button" class="link" onClick={() => onGo(finding)}>
                  Aller à l’endroit
                  <span class="sr-only"> : {finding.detail}</span>
                </button>
                {finding.fix && !isReadOnly && doc.text() === undefined ? (
                  <button type="button" class="link" onClick={() => mend(finding)}>
                    Corriger : {finding.fix.label}
                  </button>
                ) : null}
              </div>
            </li>
          ))}
        </ul>
      )}
      {errors.length + warnings.length > MOST_SHOWN ? (
        <p class="quiet-text">et {errors.length + warnings.length - MOST_SHOWN} autres, montrés ensuite.</p>
      ) : null}
    </section>
  )
}

const countWords = (findings: readonly Finding[] | undefined, errors: number, warnings: number): string => {
  if (!findings) return 'Contrôles en cours…'
  if (errors + warnings === 0) return 'Rien à corriger : le questionnaire peut être publié.'
  const parts = [
    ...(errors > 0 ? [`${errors} à corriger avant de publier`] : []),
    ...(warnings > 0 ? [`${warnings} à vérifier`] : []),
  ]
  return `${parts.join(', ')}${errors === 0 ? ' : rien n’empêche de publier' : ''}.`
}
