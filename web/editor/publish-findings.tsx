// What the checks found, as it is told once more before a draft is published: what blocks, and what is only to be read.
import type { ComponentChildren, JSX } from 'preact'
import { itemsOf } from '../../forms/editing/items.ts'
import type { Content, Finding } from '../../forms/editing-wire.ts'
import { Note } from '../shared/feedback.tsx'
import { whereWords } from './finding-where.ts'

type Props = {
  readonly content: Content
  readonly findings: readonly Finding[]
  readonly onGo: (finding: Finding) => void
}

const MOST_BLOCKING = 10
const MOST_TO_CHECK = 3

export const PublishFindings = ({ findings, ...props }: Props): JSX.Element => {
  const blocking = findings.filter(({ severity }) => severity === 'error')
  const toCheck = findings.filter(({ severity }) => severity === 'warning')
  return (
    <>
      {blocking.length === 0 ? null : (
        <Told {...props} findings={blocking} most={MOST_BLOCKING}>
          <Note tone="stop">
            {blocking.length === 1
              ? 'Une chose est à corriger avant de publier :'
              : `${blocking.length} choses sont à corriger avant de publier :`}
          </Note>
        </Told>
      )}
      {toCheck.length === 0 ? null : (
        <Told {...props} findings={toCheck} most={MOST_TO_CHECK}>
          <Note tone="warn">
            {toCheck.length === 1 ? 'Une chose est à vérifier' : `${toCheck.length} choses sont à vérifier`}
            {blocking.length === 0 ? '. Vous pouvez publier quand même :' : ' :'}
          </Note>
        </Told>
      )}
    </>
  )
}

type ToldProps = Props & { readonly most: number; readonly children: ComponentChildren }

const Told = ({ content, findings, most, onGo, children }: ToldProps): JSX.Element => {
  const items = itemsOf(content)
  const left = findings.length - most
  return (
    <div class="publish-findings">
      {children}
      <ul>
        {findings.slice(0, most).map((finding) => (
          <li key={`${finding.check} ${finding.pointer} ${finding.detail}`}>
            {[whereWords(items, finding), finding.detail].filter(Boolean).join(' : ')}{' '}
            <button type="button" class="link" onClick={() => onGo(finding)}>
              Aller à l’endroit<span class="sr-only"> : {finding.detail}</span>
            </button>
          </li>
        ))}
      </ul>
      {left > 0 ? (
        <p class="hint">
          et {left} {left === 1 ? 'autre' : 'autres'}, à lire dans « Contrôles ».
        </p>
      ) : null}
    </div>
  )
}
