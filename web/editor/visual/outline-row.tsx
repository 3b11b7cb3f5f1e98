import type { JSX } from 'preact'
import { memo } from 'preact/compat'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from '../../shared/icons.tsx'
import { countWords } from './finding-places.ts'
import { type Row, shownTitle } from './outline-rows.ts'
import { TypeIcon } from './type-icons.tsx'
import { kindOf, kindWords } from './type-words.ts'

type Props = {
  readonly row: Row
  readonly isSelected: boolean
  readonly isMenuOpen: boolean
  readonly errors: number
  readonly warnings: number
  readonly isReadOnly: boolean
  /** Set while its title is typed in the outline: undefined takes back, a text keeps. */
  readonly onRenamed: ((title: string | undefined) => void) | undefined
}

/** One line of the outline. What is pressed and typed on it is heard by the tree around it. */
export const OutlineRow = memo(
  ({ row, isSelected, isMenuOpen, errors, warnings, isReadOnly, onRenamed }: Props): JSX.Element => {
    const { item, isOpen, place, size } = row
    const title = shownTitle(item)
    const kind = item.kind === 'page' ? 'page' : kindOf(item.json)
    return (
      <div
        role="treeitem"
        class={`plan-row ${item.kind}`}
        data-pointer={item.pointer}
        data-level={Math.min(item.level, 6)}
        aria-level={item.level + 1}
        aria-setsize={size}
        aria-posinset={place}
        aria-selected={isSelected}
        tabIndex={isSelected ? 0 : -1}
        {...(isOpen === undefined ? {} : { 'aria-expanded': isOpen })}
      >
        <span class="plan-twist" aria-hidden="true">
          {isOpen === undefined ? null : <Icon name="down" size={14} />}
        </span>
        <TypeIcon type={kind} />
        {onRenamed ? (
          <TitleInput title={item.title} onDone={onRenamed} />
        ) : (
          <span class={item.title ? 'plan-title' : 'plan-title untitled'}>
            {title}
            <span class="sr-only">
              , {kindWords(kind).label}
              {isTrue(item.json.isRequired) ? ', obligatoire' : ''}
              {item.json.visibleIf ? ', sous condition' : ''}
            </span>
          </span>
        )}
        {isTrue(item.json.isRequired) ? (
          <span class="plan-required" aria-hidden="true" title="Obligatoire">
            *
          </span>
        ) : null}
        {item.json.visibleIf ? (
          <span class="plan-required" aria-hidden="true" title="Sous condition">
            si…
          </span>
        ) : null}
        {errors + warnings > 0 ? (
          <span class={`tag ${errors > 0 ? 'stop' : 'warn'}`} title={countWords({ errors, warnings })}>
            <Icon name="alert" size={14} />
            <span class="sr-only">, {countWords({ errors, warnings })}</span>
            <span aria-hidden="true">{errors + warnings}</span>
          </span>
        ) : null}
        {isSelected && !isReadOnly ? (
          <button
            type="button"
            class="plan-more"
            tabIndex={-1}
            aria-haspopup="menu"
            aria-expanded={isMenuOpen}
            aria-label={`Actions sur « ${title} »`}
          >
            <span aria-hidden="true">⋯</span>
          </button>
        ) : null}
      </div>
    )
  },
  (before, after) =>
    before.row.item.json === after.row.item.json &&
    before.row.item.pointer === after.row.item.pointer &&
    before.row.isOpen === after.row.isOpen &&
    before.row.place === after.row.place &&
    before.row.size === after.row.size &&
    before.isSelected === after.isSelected &&
    before.isMenuOpen === after.isMenuOpen &&
    before.errors === after.errors &&
    before.warnings === after.warnings &&
    before.isReadOnly === after.isReadOnly &&
    before.onRenamed === after.onRenamed,
)

const isTrue = (value: unknown): boolean => value === true

/** The title, typed where it stands: Enter keeps it, Escape does not. */
const TitleInput = ({ title, onDone }: { title: string; onDone: (title: string | undefined) => void }) => {
  const field = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  // With the drawing, not after it: a letter typed at once is of the title.
  useLayoutEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const done = (kept: string | undefined): void => {
    if (isDone.current) return
    isDone.current = true
    onDone(kept)
  }
  return (
    <input
      ref={field}
      class="plan-rename"
      aria-label="Titre"
      value={title}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') done(event.currentTarget.value)
        if (event.key === 'Escape') done(undefined)
      }}
      onBlur={(event) => done(event.currentTarget.value)}
    />
  )
}
