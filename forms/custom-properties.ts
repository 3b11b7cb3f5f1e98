/** What registerProperties needs of survey-core's Serializer, without importing it. */
type Serializer = {
  addProperty: (
    type: string,
    property: { name: string; type: 'boolean'; default: boolean; visible: boolean },
  ) => unknown
}

/**
 * Tells SurveyJS the properties that our definitions have beside its own, so that it keeps them and reports no
 * unknown property; call it once where definitions are loaded into a model or a linter. There is one:
 *
 * `"money": true` on a text question or column (`inputType` « number », `step` 1) or on an expression: the value is
 * integer cents. The page shows and takes it as « 1 234,56 » (money.ts); the answers hold 123456.
 */
export const registerProperties = (serializer: Serializer): void => {
  for (const type of ['text', 'expression', 'matrixdropdowncolumn'])
    serializer.addProperty(type, { name: 'money', type: 'boolean', default: false, visible: true })
}
