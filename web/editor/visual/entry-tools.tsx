import type { JSX } from 'preact'
import { Icon, type IconName } from '../../shared/icons.tsx'

type Props = {
  readonly called: string
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
  /** Shows all its properties. */
  readonly onMore?: () => void
  /** Where it stands, for whoever comes back from its properties. */
  readonly opens?: string
}

/** What may be done to one entry of a list. */
export const EntryTools = ({
  called,
  isFirst,
  isLast,
  onMove,
  onRemove,
  onMore,
  opens,
}: Props): JSX.Element => (
  <span class="entry-tools">
    <Tool icon="up" label={`Monter « ${called} »`} isOff={isFirst} onAct={() => onMove(-1)} />
    <Tool icon="down" label={`Descendre « ${called} »`} isOff={isLast} onAct={() => onMove(1)} />
    {onMore ? (
      <Tool icon="pen" label={`Modifier « ${called} »`} isOff={false} onAct={onMore} opens={opens} />
    ) : null}
    <Tool icon="cross" label={`Retirer « ${called} »`} isOff={false} onAct={onRemove} />
  </span>
)

type ToolProps = {
  icon: IconName
  label: string
  isOff: boolean
  onAct: () => void
  opens?: string | undefined
}

const Tool = ({ icon, label, isOff, onAct, opens }: ToolProps): JSX.Element => (
  <button
    type="button"
    class="tool"
    aria-label={label}
    title={label}
    aria-disabled={isOff}
    data-opens={opens}
    onClick={() => {
      if (!isOff) onAct()
    }}
  >
    <Icon name={icon} />
  </button>
)
