// Which properties of SurveyJS our pages follow. They draw their own fields, one under the other: what is said of looks
// they do not have would be chosen for nothing, and is not offered. What a questionnaire says of it all the same is kept,
// and named under « Gardé tel quel ».

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Followed nowhere: where things stand and how wide, SurveyJS's own components, what another property decides. */
const NOWHERE = words(`
  renderAs itemComponent cellComponent inputFieldComponent allowAdaptiveActions isRequiredPanel
  state width minWidth maxWidth colSpan startWithNewLine indent innerIndent descriptionLocation errorLocation
  questionErrorLocation showNumber showQuestionNumbers questionStartIndex questionOrder questionTitleWidth
  clearIfInvisible commentPlaceholder defaultDisplayValue randomize randomizeCategory
  textUpdateMode inputTextAlignment inputSize stepErrorText autoGrow allowResize acceptCarriageReturn
  choicesFromQuestionMode choiceValuesFromQuestion choiceTextsFromQuestion separateSpecialChoices storeOthersAsComment
  allowClear textWrapEnabled searchEnabled searchMode createCustomChoiceText choicesLazyLoadEnabled
  choicesLazyLoadPageSize hideSelectedItems closeOnSelect displayMode useTitleAsLabel
  rateType scaleColorMode rateColorMode autoGenerate rateCount displayRateDescriptionsAsExtremeItems
  rateDescriptionLocation selectToRankEnabled selectToRankSwapAreas selectToRankAreasLayout
  selectToRankEmptyRankedAreaText selectToRankEmptyUnrankedAreaText
  columnMinWidth showHeader verticalAlign alternateRows rowTitleWidth transposeData detailPanelMode cellErrorLocation
  detailErrorLocation horizontalScroll singleInputTitleTemplate columnColCount cellHint showInMultipleColumns
  totalFormat totalDisplayStyle totalAlignment totalCurrency totalMaximumFractionDigits totalMinimumFractionDigits
  addRowButtonLocation hideColumnsIfEmpty detailPanelShowOnAdding allowRowReorder confirmDelete confirmDeleteText
  itemErrorLocation itemTitleWidth templateTabTitle tabTitlePlaceholder newPanelPosition panelsState prevPanelText
  nextPanelText showProgressBar progressBarLocation tabAlign templateQuestionTitleLocation templateQuestionTitleWidth
  templateErrorLocation removePanelButtonLocation
  showPreview allowImagesPreview acceptedCategories sourceType fileOrPhotoPlaceholder photoPlaceholder filePlaceholder
  allowCameraAccess showLabel tooltipVisibility tooltipFormat allowDragRange allowSwap contentMode imageFit imageHeight
  imageWidth minImageWidth minImageHeight maxImageWidth maxImageHeight
  navigationTitle navigationDescription showNavigationButtons timeLimit`)

const UNANSWERED = `isRequired requiredIf requiredErrorText enableIf readOnly showCommentArea commentText titleLocation
  useDisplayValuesInDynamicTexts validators`
const NO_COMMENT = 'showCommentArea commentText'
const GROUP = 'isRequired requiredIf requiredErrorText'

/** Followed elsewhere, but not for these: types of questions, and what is no question. */
const NOT_FOR: Readonly<Record<string, ReadonlySet<string>>> = {
  page: words(GROUP),
  panel: words(GROUP),
  html: words(UNANSWERED),
  image: words(UNANSWERED),
  expression: words(NO_COMMENT),
  text: words(NO_COMMENT),
  comment: words(NO_COMMENT),
  multipletext: words(NO_COMMENT),
  slider: words(NO_COMMENT),
  file: words(NO_COMMENT),
  dropdown: words('autocomplete choicesEnableIf'),
  tagbox: words('placeholder colCount choicesEnableIf showSelectAllItem selectAllText'),
  ranking: words(
    'choicesEnableIf otherPlaceholder refuseText dontKnowText minSelectedChoices maxSelectedChoices',
  ),
  imagepicker:
    words(`choicesEnableIf showOtherItem showNoneItem showRefuseItem showDontKnowItem otherText noneText
    refuseText dontKnowText otherPlaceholder otherErrorText colCount placeholder`),
  matrix: words('cellType'),
  matrixdropdown: words('rowOrder'),
  column: words('colCount'),
  'column expression': words('isRequired requiredIf requiredErrorText enableIf readOnly isUnique'),
  ...Object.fromEntries(
    'comment radiogroup dropdown checkbox tagbox boolean rating'
      .split(' ')
      .map((cell) => [`column ${cell}`, words('money')]),
  ),
  entry: words('showCommentArea isCommentRequired'),
  'entry always open': words('enableIf'),
}

/** Whether our pages follow a property; `kinds` are all that its object is: « column », « column expression ». */
export const isFollowed = (key: string, kinds: readonly string[]): boolean =>
  !NOWHERE.has(key) && !kinds.some((kind) => NOT_FOR[kind]?.has(key))

/** What a choice, a row or a note is; few of them can be shown without being open to choose. */
export const entryKinds = (around: string): readonly string[] =>
  ['radiogroup', 'checkbox', 'matrixdropdown'].includes(around) ? ['entry'] : ['entry', 'entry always open']

/** Of what can be chosen for a property, what our pages show otherwise than the default. */
export const FOLLOWED_VALUES: Readonly<Record<string, readonly string[]>> = {
  titleLocation: ['hidden'],
  questionTitleLocation: ['hidden'],
}
