// What each property of a part is called, and what its change does to answers that exist.

/** Texts: « Le titre de la question « A » devient « B » ». */
export const TEXTS: Readonly<Record<string, string>> = {
  title: 'Le titre',
  description: 'Le texte d’aide',
  html: 'Le texte',
  text: 'Le texte',
  placeholder: 'L’exemple de saisie',
  requiredErrorText: 'Le message quand la réponse manque',
  minErrorText: 'Le message sous le minimum',
  maxErrorText: 'Le message au-dessus du maximum',
  keyDuplicationError: 'Le message des doublons',
  otherText: 'L’intitulé du choix « autre »',
  otherErrorText: 'Le message quand l’autre choix n’est pas précisé',
  otherPlaceholder: 'L’exemple de saisie du choix « autre »',
  noneText: 'L’intitulé du choix « aucun »',
  refuseText: 'L’intitulé du choix de ne pas répondre',
  dontKnowText: 'L’intitulé du choix « ne sait pas »',
  commentText: 'L’intitulé du commentaire',
  labelTrue: 'L’intitulé du oui',
  labelFalse: 'L’intitulé du non',
  minRateDescription: 'L’intitulé du bas de l’échelle',
  maxRateDescription: 'L’intitulé du haut de l’échelle',
  addRowText: 'L’intitulé du bouton d’ajout',
  removeRowText: 'L’intitulé du bouton de retrait',
  noRowsText: 'Le texte sans ligne',
  addPanelText: 'L’intitulé du bouton d’ajout',
  removePanelText: 'L’intitulé du bouton de retrait',
  noEntriesText: 'Le texte sans bloc',
  templateTitle: 'Le titre de chaque bloc',
  totalText: 'L’intitulé du total',
  completedHtml: 'Le texte de fin',
  requiredMark: 'La marque des questions obligatoires',
}

/** Conditions: « … s’affiche maintenant si … », by what is said with one, with another, and without any. */
export const CONDITIONS: Readonly<Record<string, readonly [one: string, other: string, none: string]>> = {
  visibleIf: ['ne s’affiche plus que', 's’affiche maintenant', 's’affiche maintenant toujours'],
  enableIf: ['ne se remplit plus que', 'se remplit maintenant', 'se remplit maintenant toujours'],
  requiredIf: [
    'devient obligatoire',
    'est maintenant obligatoire',
    'n’est plus rendu(e) obligatoire par une condition',
  ],
}

/** Yes or no: what is said when it becomes true, and when it no longer is. `(e)` and `(f)` agree with the part. */
export const SWITCHES: Readonly<Record<string, readonly [on: string, off: string, initially?: boolean]>> = {
  isRequired: ['devient obligatoire', 'devient facultati(f)'],
  readOnly: ['ne peut plus être modifié(e)', 'peut maintenant être modifié(e)'],
  visible: ['s’affiche maintenant', 'ne s’affiche plus', true],
  showOtherItem: ['propose un choix « autre » à préciser', 'ne propose plus de choix « autre »'],
  showNoneItem: ['propose un choix « aucun »', 'ne propose plus de choix « aucun »'],
  showRefuseItem: ['propose de ne pas répondre', 'ne propose plus de ne pas répondre'],
  showDontKnowItem: ['propose un choix « ne sait pas »', 'ne propose plus de choix « ne sait pas »'],
  showCommentArea: ['propose un commentaire', 'ne propose plus de commentaire'],
  eachRowRequired: ['demande une réponse à chaque ligne', 'ne demande plus une réponse à chaque ligne'],
  eachRowUnique: ['refuse deux fois la même réponse', 'accepte deux fois la même réponse'],
  isUnique: ['refuse deux fois la même réponse', 'accepte deux fois la même réponse'],
  multiSelect: ['accepte plusieurs images', 'n’accepte plus qu’une image'],
  allowMultiple: ['accepte plusieurs documents', 'n’accepte plus qu’un document'],
  money: ['devient un montant en euros', 'n’est plus un montant en euros'],
}

/** Those that ask for more when they become true; the others offer more. */
export const MORE_ASKED: ReadonlySet<string> = new Set([
  'isRequired',
  'eachRowRequired',
  'eachRowUnique',
  'isUnique',
  'readOnly',
])

/** Bounds, by the side that they are on: a higher minimum and a lower maximum refuse what was good. */
export const BOUNDS: Readonly<Record<string, readonly [words: string, side: 'least' | 'most' | 'other']>> = {
  min: ['Le minimum', 'least'],
  max: ['Le maximum', 'most'],
  step: ['Le pas', 'other'],
  minLength: ['La longueur minimale', 'least'],
  maxLength: ['La longueur maximale', 'most'],
  maxTextLength: ['La longueur maximale des textes', 'most'],
  maxCommentLength: ['La longueur maximale des commentaires', 'most'],
  minSelectedChoices: ['Le nombre minimal de choix', 'least'],
  maxSelectedChoices: ['Le nombre maximal de choix', 'most'],
  minRowCount: ['Le nombre minimal de lignes', 'least'],
  maxRowCount: ['Le nombre maximal de lignes', 'most'],
  minPanelCount: ['Le nombre minimal de blocs', 'least'],
  maxPanelCount: ['Le nombre maximal de blocs', 'most'],
  maxFiles: ['Le nombre maximal de documents', 'most'],
  maxSize: ['La taille maximale d’un document', 'most'],
  rateMin: ['Le bas de l’échelle', 'least'],
  rateMax: ['Le haut de l’échelle', 'most'],
  minRangeLength: ['L’écart minimal entre les deux nombres', 'least'],
  maxRangeLength: ['L’écart maximal entre les deux nombres', 'most'],
  rateStep: ['Le pas de l’échelle', 'other'],
  rateCount: ['Le nombre de degrés de l’échelle', 'most'],
  precision: ['Le nombre de décimales', 'other'],
  choicesMin: ['Le premier choix calculé', 'least'],
  choicesMax: ['Le dernier choix calculé', 'most'],
  choicesStep: ['Le pas des choix calculés', 'other'],
}

/** Bounds that hold where nothing is said. */
export const HAS_DEFAULT: ReadonlySet<string> = new Set(
  'rateMin rateMax rateCount choicesMin choicesMax maxFiles maxRowCount maxPanelCount'.split(' '),
)

/** Other properties that have a name, with whether answers depend on them. */
export const NAMED: Readonly<Record<string, readonly [words: string, effect: 'none' | 'answers']>> = {
  inputType: ['Le type de saisie', 'answers'],
  cellType: ['Le type des cellules', 'answers'],
  expression: ['Le calcul', 'answers'],
  totalType: ['Le total', 'answers'],
  totalExpression: ['Le calcul du total', 'answers'],
  valueTrue: ['La valeur du oui', 'answers'],
  valueFalse: ['La valeur du non', 'answers'],
  sliderType: ['Le nombre de curseurs', 'answers'],
  imageLink: ['L’image', 'none'],
  customLabels: ['Les repères', 'none'],
  keyName: ['La colonne sans doublons', 'answers'],
  acceptedTypes: ['Les types de documents acceptés', 'answers'],
  choicesVisibleIf: ['La condition des choix', 'answers'],
  rowsVisibleIf: ['La condition des lignes', 'answers'],
  choicesEnableIf: ['La condition qui permet les choix', 'answers'],
  rateValues: ['Les degrés de l’échelle', 'answers'],
  defaultValue: ['La valeur par défaut', 'none'],
  defaultRowValue: ['La valeur par défaut d’une ligne', 'none'],
  choicesOrder: ['L’ordre des choix', 'none'],
  rowCount: ['Le nombre de lignes au départ', 'none'],
  panelCount: ['Le nombre de blocs au départ', 'none'],
  calculatedValues: ['Les valeurs calculées', 'answers'],
  triggers: ['Les déclencheurs', 'answers'],
  locale: ['La langue', 'none'],
  pages: ['La liste des pages', 'answers'],
  elements: ['La liste des questions', 'answers'],
  templateElements: ['La liste des questions répétées', 'answers'],
  columns: ['La liste des colonnes', 'answers'],
  items: ['La liste des champs', 'answers'],
  rows: ['La liste des lignes', 'answers'],
  choices: ['La liste des choix', 'answers'],
}
