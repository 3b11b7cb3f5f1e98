// What the plan offers of SurveyJS's properties. One that is new here is to be looked at on the page that is filled.
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../forms/editing/json-pointer.ts'
import vocabularyJson from '../../web/editor/json/vocabulary.json' with { type: 'json' }
import { Vocabulary } from '../../web/editor/json/vocabulary.ts'
import { type Nature, shapeOf } from '../../web/editor/visual/property-groups.ts'

const vocabulary = Vocabulary.parse(vocabularyJson)

describe('the properties that are offered', () => {
  it('are those alone that our pages follow, and the others are kept', () => {
    const offered = (json: JsonObject, nature: Nature = 'element', around?: JsonObject) => {
      const { main, conditions, lists, rest } = shapeOf(vocabulary, json, nature, around)
      return [...main, ...conditions, ...lists, ...rest].filter((key) => !COMMON.has(key)).join(' ')
    }
    for (const type of vocabulary.kinds.element) expect([type, offered({ type })]).toEqual([type, OWN[type]])
    expect(offered({}, 'page')).toBe('questionTitleLocation')
    for (const [cellType, own] of Object.entries(CELLS))
      expect([cellType, offered({ cellType }, 'column', { type: 'matrixdropdown' })]).toEqual([cellType, own])
    expect(offered({}, 'entry', { type: 'checkbox' })).toBe('text isExclusive')
    expect(offered({}, 'entry', { type: 'dropdown' })).toBe('text')
    const tabs = shapeOf(vocabulary, { type: 'paneldynamic', displayMode: 'tab' }, 'element')
    expect(tabs.kept).toEqual(['displayMode'])
    const file = shapeOf(vocabulary, { type: 'file', storeDataAsText: false, waitForUpload: true }, 'element')
    expect(file.kept).toEqual([])
  })
})

/** What most questions and columns are offered. */
const COMMON = new Set(
  `title description isRequired requiredErrorText visibleIf enableIf requiredIf validators visible useDisplayValuesInDynamicTexts titleLocation showCommentArea commentText readOnly
  cellType totalType isUnique totalExpression`.split(/\s+/),
)
/** What else each type is offered; each has been seen to change the page that is filled, or what it accepts. */
const OWN: Readonly<Record<string, string>> = {
  text: 'inputType maxLength autocomplete placeholder',
  comment: 'maxLength rows placeholder',
  radiogroup:
    'showOtherItem showNoneItem choices choicesOrder hideIfChoicesEmpty choicesVisibleIf choicesEnableIf showRefuseItem showDontKnowItem otherPlaceholder noneText refuseText dontKnowText otherText otherErrorText colCount',
  dropdown:
    'showOtherItem showNoneItem choices choicesOrder hideIfChoicesEmpty choicesVisibleIf showRefuseItem showDontKnowItem otherPlaceholder noneText refuseText dontKnowText otherText otherErrorText placeholder choicesMin choicesMax choicesStep',
  checkbox:
    'showOtherItem showNoneItem minSelectedChoices maxSelectedChoices choices choicesOrder hideIfChoicesEmpty choicesVisibleIf choicesEnableIf showRefuseItem showDontKnowItem otherPlaceholder noneText refuseText dontKnowText otherText otherErrorText colCount showSelectAllItem selectAllText',
  tagbox:
    'showOtherItem showNoneItem minSelectedChoices maxSelectedChoices choices choicesOrder hideIfChoicesEmpty choicesVisibleIf showRefuseItem showDontKnowItem otherPlaceholder noneText refuseText dontKnowText otherText otherErrorText',
  boolean: 'labelTrue labelFalse valueTrue valueFalse swapOrder',
  rating: 'rateMin rateMax minRateDescription maxRateDescription rateValues rateStep',
  ranking: 'choices choicesOrder hideIfChoicesEmpty choicesVisibleIf',
  matrix: 'eachRowRequired columns rows rowsVisibleIf rowOrder eachRowUnique hideIfRowsEmpty',
  matrixdropdown: 'columns rows rowsVisibleIf placeholder keyDuplicationError hideIfRowsEmpty',
  matrixdynamic:
    'rowCount minRowCount maxRowCount addRowText removeRowText columns rowsVisibleIf placeholder keyDuplicationError allowAddRows allowRemoveRows keyName copyDefaultValueFromLastEntry noRowsText',
  multipletext: 'items colCount',
  paneldynamic:
    'templateTitle panelCount minPanelCount maxPanelCount addPanelText removePanelText templateDescription noEntriesText allowAddPanel allowRemovePanel copyDefaultValueFromLastEntry keyName keyDuplicationError',
  panel: 'questionTitleLocation',
  html: 'html',
  image: 'imageLink altText',
  expression:
    'expression money precision format displayStyle currency maximumFractionDigits minimumFractionDigits useGrouping',
  file: 'allowMultiple maxFiles acceptedTypes maxSize',
  slider: 'sliderType min max step customLabels showLabels labelFormat labelCount',
  imagepicker: 'multiSelect choices choicesOrder hideIfChoicesEmpty choicesVisibleIf',
}
const CELLS: Readonly<Record<string, string>> = {
  text: 'maxLength placeholder',
  comment: 'maxLength placeholder',
  radiogroup: 'choices showOtherItem showNoneItem noneText otherText',
  dropdown: 'choices showOtherItem showNoneItem noneText otherText placeholder',
  checkbox: 'minSelectedChoices maxSelectedChoices choices showOtherItem showNoneItem noneText otherText',
  tagbox: 'choices showOtherItem showNoneItem noneText otherText maxSelectedChoices minSelectedChoices',
  boolean: 'labelTrue labelFalse valueTrue valueFalse',
  rating: 'rateMin rateMax',
  expression: 'expression money precision',
}
