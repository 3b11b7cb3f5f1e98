import type { ComponentChildren, JSX } from 'preact'
import { statusWords } from '../../forms/lifecycle.ts'
import type { ResponseStatus } from '../../forms/nouns/history.ts'
import { Icon, type IconName } from './icons.tsx'

export type Tone = 'neutral' | 'ok' | 'warn' | 'stop' | 'info'

const looks: Record<ResponseStatus, { tone: Tone; icon: IconName }> = {
  called: { tone: 'neutral', icon: 'circle' },
  draft: { tone: 'warn', icon: 'half' },
  submitted: { tone: 'ok', icon: 'check' },
  'to-correct': { tone: 'warn', icon: 'back' },
  validated: { tone: 'ok', icon: 'double-check' },
  missed: { tone: 'stop', icon: 'cross' },
}

/** A short state in words, with a symbol: the colour only repeats them. */
export const Tag = ({ tone = 'neutral', icon, children }: TagProps): JSX.Element => (
  <span class={tone === 'neutral' ? 'tag' : `tag ${tone}`}>
    {icon ? <Icon name={icon} size={14} /> : null}
    {children}
  </span>
)
type TagProps = { tone?: Tone; icon?: IconName; children: ComponentChildren }

/** The status of a response, in the words of forms/lifecycle.ts. */
export const StatusTag = ({ status }: { status: ResponseStatus }): JSX.Element => (
  <Tag {...looks[status]}>{statusWords[status]}</Tag>
)
