import type { JSX } from 'preact'
import type { Content } from '../../../forms/editing-wire.ts'
import { Icon } from '../../shared/icons.tsx'
import { WHOLE } from './board.ts'
import { countWords } from './finding-places.ts'
import { TypeIcon } from './type-icons.tsx'

type Props = {
  readonly content: Content
  readonly isSelected: boolean
  readonly counts: { errors: number; warnings: number } | undefined
}

/** The first row of the outline: what is said of the questionnaire as a whole. */
export const WholeRow = ({ content, isSelected, counts }: Props): JSX.Element => (
  <div
    role="treeitem"
    class="plan-row whole"
    data-pointer={WHOLE}
    aria-level={1}
    aria-setsize={1}
    aria-posinset={1}
    aria-selected={isSelected}
    tabIndex={isSelected ? 0 : -1}
  >
    <TypeIcon type="whole" />
    <span class="plan-title">
      {typeof content.info.title === 'string' && content.info.title ? content.info.title : 'Questionnaire'}
      <span class="sr-only">, tout le questionnaire</span>
    </span>
    {counts ? (
      <span class={`tag ${counts.errors > 0 ? 'stop' : 'warn'}`}>
        <Icon name="alert" size={14} />
        {countWords(counts)}
      </span>
    ) : null}
  </div>
)
