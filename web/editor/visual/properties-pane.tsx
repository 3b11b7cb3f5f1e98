import type { JSX } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { calledOf, flatten, type Item, itemAround, objectAt } from '../../../forms/editing/items.ts'
import { ruleAround } from '../../../forms/editing/rule-edits.ts'
import { Icon } from '../../shared/icons.tsx'
import vocabularyJson from '../json/vocabulary.json' with { type: 'json' }
import { Vocabulary } from '../json/vocabulary.ts'
import { type Board, WHOLE } from './board.ts'
import { around, findingsAt } from './finding-places.ts'
import { FindingsBeside } from './findings-beside.tsx'
import { Properties } from './properties.tsx'
import { RulePane } from './rules/rule-pane.tsx'
import { isRule } from './selection.ts'
import { TypeIcon } from './type-icons.tsx'
import { kindOf, kindWords } from './type-words.ts'
import { WHOLE_MARKS } from './whole-marks.tsx'
import { WholeProperties } from './whole-properties.tsx'

type Props = {
  readonly board: Board
  readonly items: readonly Item[]
  readonly selected: string
  /** A new object each time the keyboard is to come here. */
  readonly focus: { readonly field?: string } | undefined
  readonly onAdd: () => void
  readonly onRemove: (item: Item) => void
  /** Goes back to the outline; to what a column or a choice is of first. */
  readonly onBack: () => void
}

const vocabulary = Vocabulary.parse(vocabularyJson)

/** The properties of what is selected, under what it is. */
export const PropertiesPane = ({
  board,
  items,
  selected,
  focus,
  onAdd,
  onRemove,
  onBack,
}: Props): JSX.Element => {
  const place = useRef<HTMLElement>(null)
  // After the drawing: nothing takes the keyboard while a dialog stands over it.
  const before = useRef(selected)
  useEffect(() => {
    if (focus) (fieldAt(place.current, focus.field) ?? firstOf(place.current, before.current))?.focus()
    before.current = selected
  }, [focus, selected])
  // What is shown anew is shown from its beginning, however far one had gone in the one before.
  const isFirst = useRef(true)
  useLayoutEffect(() => {
    // The browser would lay out the whole page for it, twice over as it opens.
    if (isFirst.current) isFirst.current = false
    else if ((place.current?.getBoundingClientRect().top ?? 0) < 0)
      place.current?.scrollIntoView({ block: 'start' })
  }, [selected])
  const item = itemAround(items, selected)
  const inner = flatten(item?.pointer === selected ? item.children : []).map(({ pointer }) => pointer)
  const rule = isRule(selected) ? ruleAround(board.content, selected) : undefined
  // Escape goes back to the outline, from wherever one types.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || isInDialog(event.target)) return
    event.preventDefault()
    onBack()
  }
  return (
    <section class="plan-properties" aria-label="Propriétés" ref={place} onKeyDown={onKeyDown}>
      <button type="button" class="link plan-back" onClick={onBack}>
        <Icon name="back" /> Retour au plan
      </button>
      {selected === WHOLE ? (
        <>
          <h3 tabIndex={-1}>
            <TypeIcon type="whole" /> Tout le questionnaire
          </h3>
          <FindingsBeside board={board} findings={wholeFindings(board, items)} />
          <WholeProperties board={board} />
        </>
      ) : rule ? (
        <RulePane key={rule.id} board={board} rule={rule} />
      ) : (
        <ItemPane {...{ board, selected, item, inner, onAdd, onRemove }} />
      )}
    </section>
  )
}

type ItemProps = Pick<Props, 'board' | 'selected' | 'onAdd' | 'onRemove'> & {
  readonly item: Item | undefined
  /** What stands inside it. */
  readonly inner: readonly string[]
}

/** A page, a group or a question; or a column, a field or a choice of one. */
const ItemPane = ({ board, selected, item, inner, onAdd, onRemove }: ItemProps): JSX.Element => {
  const isInner = item !== undefined && item.pointer !== selected
  return (
    <>
      <h3 tabIndex={-1}>
        <TypeIcon type={isInner || !item ? '' : iconOf(item)} /> {wordsOf(board, selected, item)}
      </h3>
      {isInner ? (
        <button type="button" class="link" onClick={() => board.select(item.pointer, 'properties')}>
          <Icon name="back" /> Revenir à « {calledOf(item.json)} »
        </button>
      ) : null}
      {isInner || !item?.list || item.children.length > 0 || board.isReadOnly ? null : (
        <EmptyPlace item={item} onAdd={onAdd} />
      )}
      <Properties key={selected} board={board} vocabulary={vocabulary} pointer={selected} inner={inner} />
      {item && !isInner && !board.isReadOnly ? (
        <p class="plan-end">
          <button type="button" class="link danger" onClick={() => onRemove(item)}>
            Supprimer{' '}
            {item.kind === 'page' ? 'cette page' : item.kind === 'panel' ? 'ce groupe' : 'cette question'}
          </button>
        </p>
      ) : null}
    </>
  )
}

/** What one puts questions in, and has none yet. */
const EmptyPlace = ({ item, onAdd }: { item: Item; onAdd: () => void }): JSX.Element => (
  <p class="plan-empty">
    {item.type === 'paneldynamic'
      ? 'Ce bloc ne pose encore aucune question. Celles que vous y mettez se répètent ensemble.'
      : `${item.kind === 'page' ? 'Cette page' : 'Ce groupe'} ne pose encore aucune question.`}{' '}
    <button type="button" class="btn quiet" onClick={onAdd}>
      <span aria-hidden="true">+</span> Y mettre une question
    </button>
  </p>
)

const wordsOf = ({ content }: Board, selected: string, item: Item | undefined): string => {
  const list = selected.split('/').at(-2) ?? ''
  if (item?.pointer === selected) return kindWords(iconOf(item)).label
  const one =
    { columns: 'Colonne', items: 'Champ', choices: 'Choix', rows: 'Ligne', rateValues: 'Note' }[list] ?? ''
  return `${one} « ${calledOf({ title: '', ...objectAt(content, selected) })} »`
}

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('dialog') !== null

const iconOf = (item: Item): string => (item.kind === 'page' ? 'page' : kindOf(item.json))

/** The findings that are of no page, no question and no rule. */
const wholeFindings = ({ findings }: Board, items: readonly Item[]) => {
  const pointers = new Set(flatten(items).map(({ pointer }) => pointer))
  return findingsAt(findings, '').filter(
    ({ pointer }) =>
      around(pointer, pointers) === WHOLE &&
      !isRule(pointer) &&
      !WHOLE_MARKS.some((mark) => around(pointer, new Set([mark])) === mark),
  )
}

/** The control of a property, out of the closed group that holds it. */
const fieldAt = (place: HTMLElement | null, field: string | undefined): HTMLElement | undefined => {
  const found = field && place?.querySelector<HTMLElement>(`#champ-plan-${CSS.escape(field)}`)
  if (!found) return undefined
  found.closest('details')?.setAttribute('open', '')
  return found.querySelector<HTMLElement>('select, textarea, input, button') ?? found
}

/** What opened what one comes back from; the text or the title, or the heading where nothing is to be typed. */
const firstOf = (place: HTMLElement | null, before: string): HTMLElement | null =>
  place?.querySelector<HTMLElement>(`[data-opens="${CSS.escape(before)}"]`) ??
  place?.querySelector<HTMLElement>(':is(#champ-plan-html, #champ-plan-title):not([readonly])') ??
  place?.querySelector('h3') ??
  null
