// The properties of what is selected: the common ones, what conditions it, its lists, what the platform does with it,
// and the rest. What has no field is named, and edited as JSON.
import type { ComponentChildren, JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { objectAt, textOf } from '../../../forms/editing/items.ts'
import type { JsonObject } from '../../../forms/editing/json-pointer.ts'
import { freshName, isGivenName, nameFault, nameFrom, namesIn } from '../../../forms/editing/names.ts'
import { rename } from '../../../forms/editing/rename.ts'
import type { Vocabulary } from '../json/vocabulary.ts'
import type { Board } from './board.ts'
import { CodeField } from './code-field.tsx'
import { ConditionField } from './condition-field.tsx'
import { ElementName } from './element-name.tsx'
import { EntryList } from './entry-list.tsx'
import { FieldList } from './field-list.tsx'
import { labelOf } from './field-props.ts'
import { findingsAt } from './finding-places.ts'
import { FindingsBeside } from './findings-beside.tsx'
import { NameField } from './name-field.tsx'
import { PageRole } from './page-role.tsx'
import { PropertyField } from './property-field.tsx'
import { PropertyGroup } from './property-group.tsx'
import { CONDITIONS, type Nature, natureAt, type Shape, shapeOf } from './property-groups.ts'
import { propertyWords } from './property-words.ts'
import { QuestionCompared } from './question-compared.tsx'
import { QuestionMarks } from './question-marks.tsx'
import { QuestionNotice } from './question-notice.tsx'
import { SliderLabels } from './slider-labels.tsx'
import { TypeField } from './type-field.tsx'
import { ValidatorList } from './validator-list.tsx'

type Props = {
  readonly board: Board
  readonly vocabulary: Vocabulary
  readonly pointer: string
  /** The items inside, whose findings are theirs. */
  readonly inner: readonly string[]
}

export const Properties = ({ board, vocabulary, pointer, inner }: Props): JSX.Element => {
  const json = objectAt(board.content, pointer)
  const around = aroundOf(board, pointer)
  const nature = natureAt(pointer, around)
  const shape = shapeOf(vocabulary, json, nature, around)
  const findings = findingsAt(board.findings, pointer, inner)
  const said = new Set(Object.keys(json))
  const conditionsSaid = shape.conditions.some((key) => said.has(key))
  const fields = (keys: readonly string[]) =>
    keys.map((property) => {
      const facts = shape.facts[property]
      if (!facts) return null
      const props = { board, pointer, json, property, facts }
      return CONDITIONS.includes(property) ? (
        <ConditionField key={property} {...props} />
      ) : (
        <PropertyField key={property} {...props} {...ownLabel(nature, property, json)} />
      )
    })
  const lists = (keys: readonly string[]) =>
    keys.map((list) => <ListOf key={list} {...{ board, vocabulary, pointer, list, json }} />)
  return (
    <>
      <FindingsBeside board={board} findings={findings} />
      <Named board={board} pointer={pointer} json={json}>
        {nature === 'element' ? <TypeField board={board} pointer={pointer} json={json} /> : null}
        {fields(shape.main.filter((key) => FIRST.has(key)))}
      </Named>
      {lists(shape.lists.filter((key) => key !== 'validators'))}
      {json.type === 'paneldynamic' ? <ElementName {...{ board, pointer, json }} /> : null}
      {fields(shape.main.filter((key) => !FIRST.has(key)))}
      {nature === 'element' ? <QuestionNotice board={board} json={json} /> : null}
      {lists(shape.lists.filter((key) => key === 'validators'))}
      {shape.conditions.length > 0 ? (
        <PropertyGroup title="Conditions" isOpen={conditionsSaid}>
          {fields(shape.conditions)}
        </PropertyGroup>
      ) : null}
      <Platform {...{ board, pointer, json, nature }} />
      {nature === 'entry' ? (
        <CodeField board={board} pointer={pointer} json={json} />
      ) : (
        <PropertyGroup title="Nom technique" isOpen={false}>
          <NameField key={textOf(json.name)} board={board} pointer={pointer} name={textOf(json.name)} />
        </PropertyGroup>
      )}
      <Rest shape={shape}>{fields(shape.rest)}</Rest>
    </>
  )
}

/** What is said before the choices, rows and columns of a question; the rest of what is common comes after. */
const FIRST = new Set(['title', 'description', 'isRequired', 'requiredErrorText', 'html', 'text', 'cellType'])

/** What a property is called where its name means something else elsewhere. */
const ownLabel = (nature: Nature, property: string, { type }: JsonObject): { label?: string } => {
  if (nature === 'entry' && property === 'text') return { label: 'Texte' }
  if (property === 'title' && (type === 'html' || type === 'image')) return { label: 'Nom dans le plan' }
  return nature === 'element' && property === 'rows' ? { label: 'Hauteur, en lignes' } : {}
}

/** The title gives its name to what has not been named yet, when one has typed it. */
const Named = ({
  board,
  pointer,
  json,
  children,
}: Pick<Props, 'board' | 'pointer'> & { json: JsonObject; children: ComponentChildren }): JSX.Element => {
  const before = useRef('')
  return (
    <div
      onFocusCapture={(event) => {
        if (isTitle(event.target)) before.current = textOf(json.title)
      }}
      onBlurCapture={(event) => {
        const name = textOf(json.name)
        const wanted = nameFrom(textOf(json.title))
        if (!isTitle(event.target) || before.current !== '' || !isGivenName(name) || wanted === '') return
        const fresh = freshName(wanted, namesIn(board.content))
        if (nameFault(board.content, pointer, fresh) === undefined)
          board.apply({
            ...rename(board.content, pointer, fresh),
            // Nobody asked for it by itself: it is undone with the title.
            label: labelOf('title', json),
            follows: true,
          })
      }}
    >
      {children}
    </div>
  )
}

const isTitle = (target: EventTarget | null): boolean =>
  target instanceof Element && target.id === 'champ-plan-title'

type ListProps = Pick<Props, 'board' | 'vocabulary' | 'pointer'> & { list: string; json: JsonObject }

const ListOf = ({ board, vocabulary, pointer, list, json }: ListProps): JSX.Element => {
  if (list === 'customLabels') return <SliderLabels board={board} pointer={pointer} />
  if (list === 'validators') return <ValidatorList board={board} pointer={pointer} vocabulary={vocabulary} />
  if (list === 'items' || (list === 'columns' && json.type !== 'matrix'))
    return <FieldList board={board} pointer={pointer} property={list} />
  const one = list === 'rows' ? 'ligne' : list === 'rateValues' ? 'note' : 'choix'
  const legend = list === 'columns' ? 'Choix, en colonnes' : propertyWords(list).label
  return (
    <EntryList key={pointer + list} board={board} list={`${pointer}/${list}`} legend={legend} one={one} />
  )
}

const Platform = ({
  board,
  pointer,
  json,
  nature,
}: Pick<Props, 'board' | 'pointer'> & { json: JsonObject; nature: Nature }) => {
  if (nature === 'page')
    return (
      <PropertyGroup title="Qui la remplit" isOpen={true}>
        <PageRole board={board} name={textOf(json.name)} />
      </PropertyGroup>
    )
  if (nature === 'column' || nature === 'item') return <QuestionCompared board={board} pointer={pointer} />
  const isAsked =
    nature === 'element' && !MUTE.has(textOf(json.type)) && !pointer.includes('/templateElements/')
  return isAsked ? (
    <PropertyGroup title="Dans la plateforme" isOpen={false}>
      <QuestionMarks board={board} pointer={pointer} json={json} />
      <QuestionCompared board={board} pointer={pointer} />
    </PropertyGroup>
  ) : null
}

const MUTE = new Set(['panel', 'html', 'image', 'expression'])

const Rest = ({ shape, children }: { shape: Shape; children: ComponentChildren }): JSX.Element => (
  <>
    {shape.rest.length > 0 ? (
      <PropertyGroup title="Autres propriétés" isOpen={false}>
        {children}
      </PropertyGroup>
    ) : null}
    {shape.kept.length > 0 ? (
      <p class="hint plan-kept">
        Gardé tel quel, à modifier dans l’onglet JSON :{' '}
        {shape.kept.map((key) => (
          <code key={key}>{key}</code>
        ))}
      </p>
    ) : null}
  </>
)

/** What holds a column, a field or a choice. */
const aroundOf = (board: Board, pointer: string): JsonObject | undefined => {
  const [, owner] = /^(.*)\/(?:columns|items|choices|rows|rateValues)\/\d+$/.exec(pointer) ?? []
  return owner === undefined ? undefined : objectAt(board.content, owner)
}
